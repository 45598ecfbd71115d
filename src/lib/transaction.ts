import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Db } from "./db"

/** SQLSTATE of a transaction that Postgres gave up so that another one, which waited for it, could go on. */
const DEADLOCK = "40P01"
const TRIES = 5

/**
 * Runs work in a transaction, and anew when it and another one waited for each other: nothing of it was done then.
 * @param work - may run more than once, and does nothing outside the transaction
 */
export async function inTransaction<Result>(
  db: Db,
  work: (trx: Knex.Transaction) => Promise<Result>
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await db.transaction(work)
    } catch (error) {
      const { code } = error as { code?: unknown }
      if (code !== DEADLOCK || tried === TRIES) throw error
    }
  }
}
