export const NOTE_FAILURE = `
  insert into engage_failure as f (place, message, first_at, last_at)
  values (:place, :message, :now, :now)
  on conflict (place, message) do update set last_at = excluded.last_at, times = f.times + 1
`

export const LAST_FAILURES = `
  select place, message, first_at, last_at, times from engage_failure
  where last_at > :since
  order by last_at desc
  limit :limit
`

export const DROP_FAILURES = `delete from engage_failure where last_at < :before`
