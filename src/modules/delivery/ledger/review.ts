import { type Db, query, type SqlFragment } from "../../../lib/db"
import type { SkipReason } from "../../../types/broadcast"
import type { Channel } from "../../../types/common"
import { forecastFrequency } from "../policy/frequency"
import { type Forecast, forecastPolicy } from "../policy/judge"
import { countAudience } from "../sql/freeze"
import { bestHoursOf, judgement } from "./judgement"
import { dueAt, type SendPlan } from "./plan"
import { skipReason } from "./states"

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
