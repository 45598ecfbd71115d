import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, prefixed, query, queryOne, type SqlFragment } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type { SkipReason } from "../../../types/broadcast"
import type { Channel } from "../../../types/common"
import { channelBit } from "../../profile/consent/channel-bit"
import {
  CLOSE_DAYS,
  countAudience,
  FREEZE_CHUNKS,
  freezeMessages,
  INSERT_SLOTS,
  judgedAudience,
  limitedAudience,
  LOCK_RUN,
  MESSAGES_OF_RUN,
  START_RUN,
  ZONES,
} from "../sql/freeze"
import { forecastFrequency } from "../policy/frequency"
import { type Forecast, forecastPolicy } from "../policy/judge"
import { completeRuns } from "./complete"
import { type BestHours, loadBestHours } from "./best-hours"
import {
  atOnce,
  closedDaysOf,
  dueAt,
  isZoned,
  type Place,
  planSlots,
  type SendPlan,
  splitBounds,
} from "./plan"
import { skipReason } from "./states"

/** Messages of one run that may change what the planner should know of their month. */
const GROWN = 1_000

/** A run whose row is locked. */
export type LockedRun = {
  id: number
  started_at: Date
  ref: string
  channel: Channel
  topic: string | null
  status: string
  content_id: number
}

/**
 * Freezes who gets the run's message, when and with which content, and lets it go: one message for each person of the
 * audience, those that may not be written to as skipped with the reason. All or nothing; after a crash it may be called
 * again.
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
  now: Date,
  plan: SendPlan = atOnce(now)
): Promise<number> {
  const frozen = await db.transaction(async (trx) => {
    const run = await lockFreezing(trx, runId)
    const key = { run: runId, run_at: run.started_at, channel: run.channel }
    const best = await bestHoursOf(trx, plan, now)
    const { slots, places, times, fallback } = planSlots(
      plan,
      isZoned(plan) ? placesOf(plan.zone, await zonesOfPeople(trx), best) : [],
      now,
      best?.hour
    )
    await execute(trx, INSERT_SLOTS, {
      run: runId,
      slots: slots.map((s) => s.slot),
      due: slots.map((s) => s.due_at),
      variants: slots.map((s) => s.variant),
      held: slots.map((s) => s.held),
    })
    const judged = judgement({ audience, exclude, plan, best, ...run })
    await execute(trx, `set local work_mem = '64MB'`)
    const messages = await execute(trx, freezeMessages(judged.sql, places.length > 0), {
      ...judged.params,
      ...key,
      zones: places.map(({ zone }) => zone),
      hours: places.map(({ hour }) => hour),
      times,
      fallback,
      shares: Math.max(plan.split.length, 1),
    })
    await execute(trx, FREEZE_CHUNKS, key)
    await execute(trx, START_RUN, { run: runId, frozen: messages })
    const closed = closedDaysOf(plan, now)
    if (closed) await execute(trx, CLOSE_DAYS, { run: runId, closed })
    await wake(trx, "engage_deliver")
    return messages
  })
  if (frozen >= GROWN) await learnMessages(db, runId)
  await completeRuns(db, now)
  return frozen
}

/** The planner knows nothing of a table that has just grown, and the first claims would scan all of it. */
async function learnMessages(db: Db, run: number): Promise<void> {
  const table = await queryOne<{ name: string }>(db, MESSAGES_OF_RUN, { run })
  if (table) await execute(db, `analyze ${table.name}`)
}

export type AudienceReview = {
  audience: number
  will_send: number
  excluded: { reason: SkipReason; count: number }[]
  policy: Forecast
  /** How many messages are due when, earliest first; those that wait for a winner are not among them. */
  times: { at: Date; count: number }[]
  /** How many people each share of the split has. */
  shares: number[]
  /** For a plan of best hours: the shop's, and how many get their message at each of the 24 hours of their day. */
  best: { hour: number; people: number[] } | null
}

export type ReviewInput = {
  audience: SqlFragment
  exclude: SqlFragment | null
  /** What the split and the sample are drawn by. */
  ref: string
  channel: Channel
  topic: string | null
  /** What kind of run it will be. */
  kind: string
  plan: SendPlan
  now: Date
}

/** What {@link freezeRun} would do, by the same rules, without doing it. */
export async function reviewAudience(db: Db, input: ReviewInput): Promise<AudienceReview> {
  const { plan, now } = input
  const best = await bestHoursOf(db, plan, now)
  const judged = judgement({ ...input, best })
  const rows = await query<{
    reason: number | null
    zone: string | null
    hour: number
    share: number
    count: number
  }>(db, countAudience(judged.sql), judged.params)
  const excluded = new Map<SkipReason, number>()
  const times = new Map<number, number>()
  const shares = plan.split.map(() => 0)
  const hours = new Array<number>(24).fill(0)
  for (const { reason, zone, hour, share, count } of rows) {
    const name = skipReason(reason)
    if (name) excluded.set(name, (excluded.get(name) ?? 0) + count)
    if (plan.split.length && (!name || name === "held_out")) shares[share] += count
    if (name || plan.split[share]?.role === "waiting") continue
    hours[hour] += count
    const due = dueAt(plan, { zone: zone ?? plan.zone, hour }, now).getTime()
    times.set(due, (times.get(due) ?? 0) + count)
  }
  const people = {
    sql: `select profile_id from (${judged.sql}) judged where reason is null`,
    params: judged.params,
  }
  const often = await forecastFrequency(db, input, people, now)
  if (often.left_out) excluded.set("frequency", often.left_out)
  const policy = await forecastPolicy(db, input, often.others, {
    now,
    zone: plan.zone,
    zones: [...new Set(rows.map((row) => row.zone ?? plan.zone))],
  })
  const left_out = policy.reduce((total, one) => total + one.skipped, often.left_out)
  const sum = (list: { count: number }[]) => list.reduce((total, row) => total + row.count, 0)
  return {
    audience: sum(rows),
    will_send: sum(rows.filter((row) => row.reason === null)) - left_out,
    policy,
    excluded: [...excluded]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count),
    times: [...times].sort(([a], [b]) => a - b).map(([at, count]) => ({ at: new Date(at), count })),
    shares,
    best: best && { hour: best.hour, people: hours },
  }
}

/** Everybody of an audience with their fate under a plan. */
export function judgement(input: {
  audience: SqlFragment
  exclude: SqlFragment | null
  plan: SendPlan
  ref: string
  channel: Channel
  topic: string | null
  best?: BestHours | null
}): SqlFragment {
  const { plan, ref, best = null } = input
  // Both come from the same compiler and may use the same parameter names.
  const inside = prefixed(input.audience, "audience")
  const outside = input.exclude && prefixed(input.exclude, "exclude")
  const control_share = Math.round((plan.control?.percent ?? 0) * 100)
  const capped = plan.capped && prefixed(plan.capped, "capped")
  const strata = plan.strata && prefixed(plan.strata, "strata")
  const hours = best?.people ?? null
  const draws = { control: control_share > 0, split: plan.split.length > 0 }
  const judged = judgedAudience(inside, { exclude: outside, capped, hours }, draws)
  return {
    sql: plan.limit ? limitedAudience(judged, strata) : judged,
    params: {
      ...inside.params,
      ...outside?.params,
      ...capped?.params,
      ...(plan.limit && strata?.params),
      ...hours?.params,
      channel: input.channel,
      topic: input.topic,
      bit: channelBit(input.channel),
      control_share,
      control_seed: plan.control?.seed ?? 0,
      split_seed: seedOf(`${ref} split`),
      split_bounds: splitBounds(plan.split),
      held_out_share: plan.split.findIndex(({ role }) => role === "held_out"),
      limit_seed: seedOf(`${ref} sample`),
      limit_count: plan.limit?.kind === "count" ? plan.limit.value : null,
      limit_percent: plan.limit?.kind === "percent" ? plan.limit.value : null,
    },
  }
}

/** A number that stands for a text, the same for good. */
function seedOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE()
}

async function bestHoursOf(db: Db, plan: SendPlan, now: Date): Promise<BestHours | null> {
  return "best" in plan.base ? loadBestHours(db, plan, now) : null
}

/** Every zone with every hour that somebody there may have. */
function placesOf(own: string, zones: string[], best: BestHours | null): Place[] {
  if (!best) return zones.map((zone) => ({ zone, hour: 0 }))
  return [...new Set([own, ...zones])].flatMap((zone) => best.open.map((hour) => ({ zone, hour })))
}

/** IANA zones in which somebody lives. */
export async function zonesOfPeople(db: Db): Promise<string[]> {
  return (await query<{ zone: string }>(db, ZONES)).map(({ zone }) => zone)
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
