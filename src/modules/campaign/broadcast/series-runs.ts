import { MedusaError } from "@medusajs/framework/utils"
import { decodeTimeCursor, page } from "../../../lib/cursor"
import { type Db, query, queryOne } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type { BroadcastStatus } from "../../../types/broadcast"
import type { SeriesAction } from "../../../types/broadcast-series"
import { runProgress } from "../../delivery/ledger/progress"
import { OPEN_RUN, SERIES_RUNS } from "../sql/series"
import { hasPassed, wholePlan } from "./plan"
import { nextSchedule } from "./repeat"
import { startBroadcast, unscheduleBroadcast } from "./start"
import { getBroadcast, setBroadcastDeleted, updateBroadcast } from "./store"

type OpenRun = { id: string; status: "draft" | "scheduled"; at: Date | null; note: string | null }
type RunRow = {
  /** Empty for a time that was missed. */
  id: string
  status: BroadcastStatus | "missed"
  at: Date
  run_id: number | null
  note: string | null
}

/** The run of a series that is still to come; `null` when the series has ended, or there is none. */
export async function openRun(db: Db, series: string | null): Promise<OpenRun | null> {
  return series === null ? null : ((await queryOne<OpenRun>(db, OPEN_RUN, { series })) ?? null)
}

/** A page of what became of the times of a series, newest first, with how many messages left. */
export async function seriesRuns(
  db: Db,
  series: string | null,
  input: { limit: number; cursor?: string }
) {
  const cursor = decodeTimeCursor(input.cursor)
  const rows = await query<RunRow>(db, SERIES_RUNS, {
    series,
    after: cursor?.value ?? null,
    after_id: cursor?.id ?? null,
    limit: input.limit + 1,
  })
  const { rows: kept, next_cursor } = page(rows, input.limit, ({ at, id }) => ({
    value: at.toISOString(),
    id,
  }))
  const runs = await Promise.all(
    kept.map(async ({ run_id, ...run }) => ({
      ...run,
      sent: run_id === null ? null : (await runProgress(db, run_id)).accepted,
    }))
  )
  return { runs, next_cursor }
}

/**
 * Holds a series, goes on with it at its next time, or ends it: what was sent stays, and no run follows.
 * @param id - any run of the series
 * @throws MedusaError `not_allowed` when it is no series, has ended, or is held or not already
 */
export async function steerSeries(
  db: Db,
  id: string,
  action: SeriesAction,
  options: EngageOptions,
  now: Date
): Promise<void> {
  await db.transaction(async (trx) => {
    const run = await openRun(trx, (await getBroadcast(trx, id)).series_id)
    if (!run) refuse("No run of this broadcast is to come: it does not repeat, or it has ended")
    else if (action === "pause") await unscheduleBroadcast(trx, run.id)
    else if (action === "resume") await resume(trx, run.id, options, now)
    else {
      if (run.status === "scheduled") await unscheduleBroadcast(trx, run.id)
      await setBroadcastDeleted(trx, run.id, true)
    }
  })
}

async function resume(db: Db, id: string, options: EngageOptions, now: Date): Promise<void> {
  const { plan: stored } = await getBroadcast(db, id)
  const plan = wholePlan(stored)
  while (hasPassed(plan, options.timeZone, now)) {
    const next = plan.schedule.mode === "now" ? null : nextSchedule(plan.schedule)
    if (!next) refuse("The last day of this broadcast is over: choose a later end, then resume")
    plan.schedule = next!
  }
  // A draft is collected at no time, whatever its plan says.
  await updateBroadcast(db, id, { plan: { schedule: plan.schedule } }, async () => now)
  await startBroadcast(db, id, options, now)
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
