import { type Db, query, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { GoalMetric, SkipReason } from "../../../types/broadcast"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { wholePlan } from "../../campaign/broadcast/plan"
import type { BroadcastRow } from "../../campaign/broadcast/store"
import { runProgress } from "../../delivery/ledger/progress"
import { linkAddress } from "../../content/render/links"
import { cascadeResults, followersOf } from "../../delivery/ledger/cascade"
import { loadRun } from "../../delivery/ledger/runs"
import { fullName, PROFILE_ID } from "../../profile/read/row"
import { abReport } from "./ab"
import { versionsReport } from "./versions"
import { COMPUTED_AT } from "../sql/attribution"
import {
  BY_HOUR,
  COUNTERS,
  EVENT_COUNTERS,
  FAILURES,
  LINKS,
  LINKS_OF_SEVERAL,
  ORDERS,
  REVENUE,
  SKIPPED,
} from "../sql/broadcast"

type Counters = {
  sent: number
  delivered: number
  bounced: number
  opened: number
  clicked: number
}
type SkippedRow = {
  reason: SkipReason
  rule_id: string | null
  rule_name: string | null
  count: number
}
type EventCounters = { complained: number; unsubscribed: number; machine_opened: number }

/**
 * What became of a started broadcast. Counters count people; revenue is what was credited to it, in minor units of
 * `currency`.
 */
export async function broadcastReport(
  db: Db,
  broadcast: BroadcastRow,
  { currency, shopUrl }: { currency: string; shopUrl: string }
): Promise<BroadcastReport> {
  const run = await loadRun(db, broadcast.run_id!)
  const runs = [run.id, ...(await followersOf(db, run.id))]
  const cascade = runs.length > 1
  const key = { run: run.id, runs, run_at: run.started_at }
  const versions = await versionsReport(db, key)
  const [ab, progress, counters, events, money, skipped, failures, links, orders, hours, computed] =
    await Promise.all([
      abReport(db, run.id, broadcast.plan),
      runProgress(db, run.id),
      queryOne<Counters>(db, COUNTERS(cascade), key),
      queryOne<EventCounters>(db, EVENT_COUNTERS, key),
      queryOne<{ ordered: number; revenue: number }>(db, REVENUE, key),
      query<SkippedRow>(db, SKIPPED, key),
      query<{ error: string; count: number }>(db, FAILURES, key),
      query<BroadcastReport["links"][number]>(
        db,
        broadcast.plan.ab || versions.length || cascade ? LINKS_OF_SEVERAL : LINKS,
        key
      ),
      readOrders(db, runs),
      query<{ hour: Date; opened: number; clicked: number }>(db, BY_HOUR, key),
      queryOne<{ at: Date }>(db, COMPUTED_AT),
    ])
  const { goal } = wholePlan(broadcast.plan)
  const reachedOf = (metric: GoalMetric) =>
    ({ ordered: money!.ordered, revenue: money!.revenue, clicked: counters!.clicked })[metric]
  const reached = counters!.delivered || counters!.sent
  return {
    progress,
    counters: { ...counters!, ...events!, ordered: money!.ordered },
    revenue: money!.revenue,
    revenue_per_recipient: reached ? money!.revenue / reached : null,
    currency,
    skipped: skipped.map(({ reason, rule_id, rule_name, count }) => ({
      reason,
      rule: rule_id && rule_name ? { id: rule_id, name: rule_name } : null,
      count,
    })),
    failures,
    links: links.map((link) => ({ ...link, url: linkAddress(link.url, shopUrl) })),
    orders,
    timeline: hours.map((row) => ({ ...row, hour: row.hour.toISOString() })),
    ab,
    cascade: await cascadeResults(db, run.id),
    goal: goal && { ...goal, reached: reachedOf(goal.metric) },
    versions,
    attribution: {
      days: broadcast.attribution_days,
      computed_at: computed?.at.toISOString() ?? null,
    },
  }
}

type OrderRow = {
  order_id: string
  display_id: number | null
  placed_at: Date
  net: number
  currency: string
  touch: "opened" | "clicked"
  profile_id: number
  first_name: string | null
  last_name: string | null
  email: string | null
}

async function readOrders(db: Db, runs: number[]): Promise<BroadcastReport["orders"]> {
  const rows = await query<OrderRow>(db, ORDERS, { runs })
  const ids = await publicIds(db)
  return rows.map(({ order_id, display_id, placed_at, net, currency, touch, ...person }) => ({
    order_id,
    display_id,
    placed_at: placed_at.toISOString(),
    net,
    currency,
    touch,
    profile: {
      id: ids.seal(PROFILE_ID, person.profile_id),
      name: fullName(person),
      email: person.email,
    },
  }))
}
