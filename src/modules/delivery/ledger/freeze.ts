import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, prefixed, query, queryOne, type SqlFragment } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type { SkipReason } from "../../../types/broadcast"
import type { Channel } from "../../../types/common"
import { channelBit } from "../../profile/consent/channel-bit"
import { countAudience, FREEZE_CHUNKS, freezeMessages, LOCK_RUN, START_RUN } from "../sql/freeze"
import { MESSAGE } from "../tables"
import { completeRuns } from "./complete"
import { skipReason } from "./states"

type LockedRun = {
  id: number
  started_at: Date
  channel: Channel
  topic: string | null
  status: string
}

/**
 * Freezes who gets the run's message and lets it go: one message for each person of the audience, those that may not be
 * written to as skipped with the reason. All or nothing; after a crash it may be called again.
 * @param audience - select of `profile_id`; may name a person twice
 * @param exclude - select of `profile_id` to leave out
 * @returns how many messages were frozen, skipped ones included
 * @throws MedusaError `not_allowed` when the run was frozen before
 */
export async function freezeRun(
  db: Db,
  runId: number,
  audience: SqlFragment,
  exclude: SqlFragment | null,
  now: Date
): Promise<number> {
  const frozen = await db.transaction(async (trx) => {
    const run = await lockFreezing(trx, runId)
    const [inside, outside] = apart(audience, exclude)
    const key = { run: runId, run_at: run.started_at, channel: run.channel }
    await execute(trx, `set local work_mem = '64MB'`)
    const messages = await execute(trx, freezeMessages(inside, outside), {
      ...inside.params,
      ...outside?.params,
      ...key,
      topic: run.topic,
      bit: channelBit(run.channel),
    })
    await execute(trx, FREEZE_CHUNKS, key)
    await execute(trx, START_RUN, { run: runId, frozen: messages })
    await wake(trx, "engage_deliver")
    return messages
  })
  // The planner knows nothing of a table that has just grown, and the first claims would scan all of it.
  await execute(db, `analyze ${MESSAGE}`)
  await completeRuns(db, now)
  return frozen
}

export type AudienceReview = {
  audience: number
  will_send: number
  excluded: { reason: SkipReason; count: number }[]
}

/** What {@link freezeRun} would do, by the same rules, without doing it. */
export async function reviewAudience(
  db: Db,
  input: {
    audience: SqlFragment
    exclude: SqlFragment | null
    channel: Channel
    topic: string | null
  }
): Promise<AudienceReview> {
  const [inside, outside] = apart(input.audience, input.exclude)
  const rows = await query<{ reason: number | null; count: number }>(
    db,
    countAudience(inside, outside),
    {
      ...inside.params,
      ...outside?.params,
      channel: input.channel,
      topic: input.topic,
      bit: channelBit(input.channel),
    }
  )
  const excluded = rows.flatMap(({ reason, count }) => {
    const name = skipReason(reason)
    return name ? [{ reason: name, count }] : []
  })
  return {
    audience: rows.reduce((sum, row) => sum + row.count, 0),
    will_send: rows.find((row) => row.reason === null)?.count ?? 0,
    excluded: excluded.sort((a, b) => b.count - a.count),
  }
}

async function lockFreezing(db: Db, runId: number): Promise<LockedRun> {
  const run = await queryOne<LockedRun>(db, LOCK_RUN, { run: runId })
  if (!run) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Run ${runId} was not found`)
  if (run.status !== "freezing") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Run ${runId} is ${run.status}: it was frozen before`
    )
  }
  return run
}

/** Both come from the same compiler and may use the same parameter names. */
function apart(
  audience: SqlFragment,
  exclude: SqlFragment | null
): [SqlFragment, SqlFragment | null] {
  return [prefixed(audience, "audience"), exclude && prefixed(exclude, "exclude")]
}
