import { type Db, execute, queryOne } from "../../lib/db"

/** A small fact that a loop remembers between rounds. */
export async function readState<T>(db: Db, key: string): Promise<T | undefined> {
  const row = await queryOne<{ value: T }>(db, `select value from engage_state where key = :key`, {
    key,
  })
  return row?.value
}

/** Remembers it; the value is stored as JSON. */
export async function writeState(db: Db, key: string, value: unknown): Promise<void> {
  await execute(
    db,
    `insert into engage_state (key, value) values (:key, :value::jsonb)
     on conflict (key) do update set value = excluded.value, updated_at = now()`,
    { key, value: JSON.stringify(value) }
  )
}
