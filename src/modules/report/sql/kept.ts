import { KEPT_NUMBERS } from "../tables"

export const KEPT = `select numbers, counted_at, took_ms from ${KEPT_NUMBERS} where key = :key`

export const KEEP = `
  insert into ${KEPT_NUMBERS} as k (key, numbers, counted_at, took_ms)
  values (:key, :numbers::jsonb, :counted_at, :took_ms)
  on conflict (key) do update
    set numbers = excluded.numbers, counted_at = excluded.counted_at, took_ms = excluded.took_ms
    where k.counted_at <= excluded.counted_at
`

export const FORGET_KEPT = `delete from ${KEPT_NUMBERS}`
