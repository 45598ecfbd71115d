import type { Db } from "../../../src/lib/db"
import { until } from "../../fault/support/setup"
import { queryOne } from "../../../src/lib/db"

const WAITING = `
  select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
`

/** Resolves when so many statements wait for what other transactions hold. */
export async function someWait(db: Db, count = 1): Promise<void> {
  await until(
    `${count} wait for a lock`,
    async () => (await queryOne<{ n: number }>(db, WAITING))!.n >= count
  )
}
