import { MedusaError } from "@medusajs/framework/utils"
import { type Db, query, queryOne } from "../../../lib/db"
import type { Progress } from "../../../types/broadcast"
import { BROKEN_RUNS, PROGRESS, RATE, RATE_SECONDS } from "../sql/progress"

type Counts = Omit<Progress, "rate" | "skipped" | "next_at" | "last_at"> & {
  next_at: Date | null
  last_at: Date | null
}

const CHECKED_DAYS = 90

/** How far a run is, with the speed of the last ten seconds. @throws MedusaError `not_found` */
export async function runProgress(db: Db, runId: number): Promise<Progress> {
  const counts = await queryOne<Counts>(db, PROGRESS, { run: runId })
  if (!counts) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Run ${runId} was not found`)
  const { frozen, accepted, failed, uncertain, waiting } = counts
  const sent = waiting ? await queryOne<{ sent: number }>(db, RATE, { run: runId }) : undefined
  return {
    ...counts,
    next_at: counts.next_at?.toISOString() ?? null,
    last_at: counts.last_at?.toISOString() ?? null,
    skipped: frozen - accepted - failed - uncertain - waiting,
    rate: Math.round((sent?.sent ?? 0) / RATE_SECONDS),
  }
}

export type BrokenRun = { run_id: number; frozen: number; counted: number }

/**
 * Runs of the last 90 days whose ledger does not add up: `frozen = accepted + failed + skipped + uncertain + waiting`.
 * Always empty unless something is broken.
 */
export function checkInvariant(db: Db, now: Date): Promise<BrokenRun[]> {
  const since = new Date(now.getTime() - CHECKED_DAYS * 86_400_000)
  return query<BrokenRun>(db, BROKEN_RUNS, { since })
}
