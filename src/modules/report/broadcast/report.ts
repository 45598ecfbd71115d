import { type Db, query, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { wholePlan } from "../../campaign/broadcast/plan"
import type { BroadcastRow } from "../../campaign/broadcast/store"
import { runProgress } from "../../delivery/ledger/progress"
import { linkAddress } from "../../content/render/links"
import { followersOf } from "../../delivery/ledger/cascade"
import { loadRun } from "../../delivery/ledger/runs"
import { fullName, PROFILE_ID } from "../../profile/read/row"
import { COMPUTED_AT } from "../sql/attribution"
import { LAST_REPORT, ORDERS } from "../sql/broadcast"
import { attributionOf } from "../attribution/rule"
import { costReport, savedBy } from "../cost"
import { goalReport } from "./goal"
import { broadcastNumbers } from "./numbers"

export type ReportContext = {
  currency: string
  shopUrl: string
  /** Whether deliveries are heard from a service. */
  reports: (provider: string) => boolean
  now: Date
}

/**
 * What became of a started broadcast. Counters count people; revenue is what was credited to it, in minor units of
 * `currency`. Of a large one the numbers are as of `counted_at`, but for `progress` and `orders`.
 */
export async function broadcastReport(
  db: Db,
  broadcast: BroadcastRow,
  { currency, shopUrl, reports, now }: ReportContext
): Promise<BroadcastReport> {
  const run = broadcast.run_id!
  const [progress, orders, computed, { numbers, counted_at }] = await Promise.all([
    runProgress(db, run),
    readOrders(db, [run, ...(await followersOf(db, run))]),
    queryOne<{ at: Date }>(db, COMPUTED_AT),
    broadcastNumbers(db, broadcast),
  ])
  const { counters, money, spent, settled, done, links, ...counted } = numbers
  const { goal } = wholePlan(broadcast.plan)
  const rule = await attributionOf(db, broadcast)
  const { provider } = await loadRun(db, run)
  const status = await queryOne<{ last_report_at: Date | null }>(db, LAST_REPORT, { provider })
  const reached = counters.delivered || counters.sent
  return {
    ...counted,
    counted_at: counted_at.toISOString(),
    progress,
    counters: { ...counters, ordered: money.ordered },
    revenue: money.revenue,
    revenue_per_recipient: reached ? money.revenue / reached : null,
    currency,
    cost: costReport(spent, { sent: counters.sent, ...money }),
    saved: savedBy(numbers.cascade, counters.sent),
    links: links.map((link) => ({ ...link, url: linkAddress(link.url, shopUrl) })),
    orders,
    goal: goal && goalReport(goal, numbers, { rule, finished: broadcast.finished_at, now }),
    settled: {
      people: settled,
      provider,
      reports: reports(provider),
      last_report_at: status?.last_report_at?.toISOString() ?? null,
    },
    attribution: {
      ...rule,
      computed_at: computed?.at.toISOString() ?? null,
    },
  }
}

type OrderRow = Omit<BroadcastReport["orders"][number], "placed_at" | "profile"> & {
  placed_at: Date
  profile_id: number
  first_name: string | null
  last_name: string | null
  email: string | null
}

async function readOrders(db: Db, runs: number[]): Promise<BroadcastReport["orders"]> {
  const rows = await query<OrderRow>(db, ORDERS, { runs })
  const ids = await publicIds(db)
  return rows.map(({ placed_at, profile_id, first_name, last_name, email, ...order }) => ({
    ...order,
    placed_at: placed_at.toISOString(),
    profile: {
      id: ids.seal(PROFILE_ID, profile_id),
      name: fullName({ first_name, last_name }),
      email,
    },
  }))
}
