import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../lib/db"
import { applyScanSettings } from "./preview"

/** Longest a look at a rule that is being built may take: a dearer one is stopped and the person building it told so. */
const TIMEOUT_MS = 10_000
/** Longest a report over everybody may take. */
export const REPORT_TIMEOUT_MS = 60_000

const CANCEL = `
  select pg_cancel_backend(pid) from pg_stat_activity where application_name = :name and state = 'active'
`

/** What Postgres answers when `statement_timeout` is over or the query was cancelled. */
const QUERY_CANCELED = "57014"

/**
 * Runs queries of a rule that somebody waits for. When they no longer wait, Postgres stops at once instead of counting
 * for nobody.
 * @param signal is aborted when nobody waits any more
 * @param timeoutMs how long each query may take
 * @throws MedusaError `not_allowed` when it takes too long or is no longer wanted
 */
export async function watchedScan<Result>(
  db: Db,
  signal: AbortSignal | undefined,
  work: (trx: Db) => Promise<Result>,
  timeoutMs = TIMEOUT_MS
): Promise<Result> {
  const name = `engage scan ${randomUUID()}`
  const cancel = () => void execute(db, CANCEL, { name }).catch(() => undefined)
  try {
    return await db.transaction(async (trx) => {
      await applyScanSettings(trx, timeoutMs)
      await queryOne(trx, `select set_config('application_name', :name, true)`, { name })
      signal?.throwIfAborted()
      signal?.addEventListener("abort", cancel)
      return work(trx).finally(() => signal?.removeEventListener("abort", cancel))
    })
  } catch (error) {
    if ((error as { code?: string }).code !== QUERY_CANCELED && !signal?.aborted) throw error
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      signal?.aborted
        ? "rules: counting was stopped, because nobody waits for it any more"
        : `rules: counting takes longer than ${timeoutMs / 1000} seconds; narrow a period or save the segment, which has more time`
    )
  }
}
