import { MedusaError } from "@medusajs/framework/utils"
import { type Db, queryOne } from "../../lib/db"
import type { CompiledRule } from "../../rules/compile"
import { channelBit } from "../profile/consent/channel-bit"

export type RuleTotals = { count: number; reachable_email: number; orders: number; revenue: number }

const TOTALS = (matching: string) => `
  select count(*)::int as count, coalesce(sum(p.orders), 0)::float8 as orders, coalesce(sum(p.revenue), 0)::float8 as revenue,
    count(*) filter (where p.subscribed & :email_bit > 0 and p.email_status = 'valid')::int as reachable_email
  ${matching}
`

/** Longest a preview may take: a rule that is dearer is stopped and the person building it told so. */
const PREVIEW_TIMEOUT_MS = 10_000

/**
 * What a rule matches right now, without saving anything. Revenue is in minor units of the base currency.
 * @throws MedusaError `not_allowed` when it takes too long
 */
export async function previewRules(db: Db, compiled: CompiledRule): Promise<RuleTotals> {
  try {
    return await db.transaction(async (trx) => {
      await applyScanSettings(trx, PREVIEW_TIMEOUT_MS)
      return (await queryOne<RuleTotals>(trx, TOTALS(compiled.matching), {
        ...compiled.params,
        email_bit: channelBit("email"),
      }))!
    })
  } catch (error) {
    if ((error as { code?: string }).code !== QUERY_CANCELED) throw error
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `rules: counting takes longer than ${PREVIEW_TIMEOUT_MS / 1000} seconds; narrow a period or save the segment, which has more time`
    )
  }
}

/** What Postgres answers when `statement_timeout` is over. */
const QUERY_CANCELED = "57014"

/**
 * Settings under which rules run: hashes in memory, no compiling, and one process, because parallel workers would build
 * every subquery's hash anew.
 */
export async function applyScanSettings(db: Db, timeoutMs: number): Promise<void> {
  await queryOne(
    db,
    `select set_config('work_mem', '128MB', true), set_config('jit', 'off', true),
       set_config('max_parallel_workers_per_gather', '0', true), set_config('statement_timeout', :timeout, true)`,
    { timeout: String(timeoutMs) }
  )
}
