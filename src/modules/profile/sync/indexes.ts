import { type Db, execute, query } from "../../../lib/db"
import { INVALID_INDEX, SYNC_INDEXES } from "../shop/changes"

const checked = new WeakSet<object>()

/**
 * Makes the indexes on the shop's tables that "what changed since" needs, once a process. Outside a transaction: they are
 * made concurrently.
 */
export async function ensureSyncIndexes(db: Db): Promise<void> {
  if (checked.has(db)) return
  const existing = await query<{ name: string }>(
    db,
    `select indexname as name from pg_indexes where indexname like 'engage\\_sync\\_%'`
  )
  const invalid = (await query<{ name: string }>(db, INVALID_INDEX)).map((row) => row.name)
  for (const name of invalid) await execute(db, `drop index if exists ${name}`)
  for (const index of SYNC_INDEXES) {
    const there = existing.some((row) => row.name === index.name) && !invalid.includes(index.name)
    if (!there) await execute(db, index.create)
  }
  checked.add(db)
}
