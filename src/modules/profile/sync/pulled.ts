import { type Db, execute } from "../../../lib/db"

/**
 * Runs `work` with the temporary table `pulled (id text)` that the shop's statements read. The temporary tables of one
 * pull are dropped afterwards, so that several pulls can share a transaction.
 */
export async function withPulled(
  db: Db,
  ids: string[],
  tables: string[],
  work: () => Promise<void>
): Promise<void> {
  await execute(
    db,
    `create temp table pulled on commit drop as select distinct unnest(:ids::text[]) as id`,
    { ids }
  )
  await execute(db, `analyze pulled`)
  await work()
  await execute(db, `drop table ${["pulled", ...tables].join(", ")}`)
}
