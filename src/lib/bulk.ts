import { type Db, execute } from "./db"

const BATCH = `
  select set_config('random_page_cost', '1.1', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)
`
const WHOLE = `select set_config('work_mem', '256MB', true), set_config('jit', 'off', true)`

/**
 * For the rest of the transaction: a batch is a small part of large tables. It is looked up by index, which the planner must
 * be told is cheap (twice as quick at a million customers), and hashed in memory; compiling its plans costs more than it
 * saves.
 */
export async function applyBatchSettings(db: Db): Promise<void> {
  await execute(db, BATCH)
}

/** For the rest of the transaction: a statement over everybody sorts and hashes in memory. */
export async function applyWholeSettings(db: Db): Promise<void> {
  await execute(db, WHOLE)
}
