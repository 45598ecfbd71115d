import { type Db, execute } from "../../../lib/db"

const STEP = `
  select set_config('synchronous_commit', 'off', true), set_config('random_page_cost', '1.1', true),
    set_config('jit', 'off', true)
`

/**
 * For the rest of a transaction that lets people in or moves them. It does not wait for the disk: a crash of Postgres takes
 * back its last moments whole, and they are done again. Nothing has left the house by then, because what sends a message
 * or calls another system commits its own claim first, and waits for the disk up to there. A thousand people are few among
 * millions: they are looked up by index.
 */
export async function applyStepSettings(trx: Db): Promise<void> {
  await execute(trx, STEP)
}
