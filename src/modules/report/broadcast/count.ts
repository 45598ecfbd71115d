import { type Db, query, queryOne } from "../../../lib/db"
import type { SkipReason } from "../../../types/broadcast"
import type { BroadcastReport } from "../../../types/broadcast-report"
import type { BroadcastRow } from "../../campaign/broadcast/store"
import { cascadeResults } from "../../delivery/ledger/cascade"
import type { Run } from "../../delivery/ledger/runs"
import { abReport } from "./ab"
import { attributionOf } from "../attribution/rule"
import type { Spent } from "../cost"
import { goalDays } from "./goal"
import { versionsReport } from "./versions"
import {
  BY_HOUR,
  COUNTERS,
  DID,
  EVENT_COUNTERS,
  FAILURES,
  LINKS,
  LINKS_OF_SEVERAL,
  REVENUE,
  SKIPPED,
  VISITED,
} from "../sql/broadcast"

type Counters = Spent & {
  sent: number
  delivered: number
  bounced: number
  opened: number
  clicked: number
  settled: number
}
type SkippedRow = {
  reason: SkipReason
  rule_id: string | null
  rule_name: string | null
  count: number
}
type EventCounters = { complained: number; unsubscribed: number; machine_opened: number }

/** What of a broadcast's report has to be counted. Links are named as their contents do. */
export type BroadcastNumbers = Pick<
  BroadcastReport,
  "skipped" | "failures" | "links" | "timeline" | "ab" | "cascade" | "versions"
> & {
  counters: Omit<Counters, keyof Spent | "settled"> & EventCounters
  settled: number
  /** What people did towards a goal that nothing else counts. */
  done: number | null
  spent: Spent
  money: { ordered: number; orders: number; revenue: number }
}

/** Counts what became of a started broadcast, by the messages of its runs: one for each channel of a cascade. */
export async function countBroadcast(
  db: Db,
  broadcast: BroadcastRow,
  run: Run,
  runs: number[]
): Promise<BroadcastNumbers> {
  const several = runs.length > 1
  const key = { run: run.id, runs, run_at: run.started_at }
  const versions = await versionsReport(db, key)
  const ofSeveral = broadcast.plan.ab || versions.length || several
  const [ab, counters, events, money, skipped, failures, links, hours, cascade, done] =
    await Promise.all([
      abReport(db, run.id, broadcast.plan),
      queryOne<Counters>(db, COUNTERS(several), key),
      queryOne<EventCounters>(db, EVENT_COUNTERS, key),
      queryOne<BroadcastNumbers["money"]>(db, REVENUE, key),
      query<SkippedRow>(db, SKIPPED, key),
      query<{ error: string; count: number }>(db, FAILURES, key),
      query<BroadcastReport["links"][number]>(db, ofSeveral ? LINKS_OF_SEVERAL : LINKS, key),
      query<{ hour: Date; opened: number; clicked: number }>(db, BY_HOUR, key),
      cascadeResults(db, run.id),
      countDone(db, broadcast, key),
    ])
  const { cost, unpriced, settled, ...counted } = counters!
  return {
    counters: { ...counted, ...events! },
    settled,
    done,
    spent: { cost, unpriced },
    money: money!,
    skipped: skipped.map(({ reason, rule_id, rule_name, count }) => ({
      reason,
      rule: rule_id && rule_name ? { id: rule_id, name: rule_name } : null,
      count,
    })),
    failures,
    links,
    timeline: hours.map((row) => ({ ...row, hour: row.hour.toISOString() })),
    ab,
    cascade,
    versions,
  }
}

/** How many people visited the shop, or did what the goal's event names, in the days in which their orders count. */
async function countDone(
  db: Db,
  broadcast: BroadcastRow,
  key: { runs: number[]; run_at: Date }
): Promise<number | null> {
  const { goal } = broadcast.plan
  if (goal?.metric !== "visited" && goal?.metric !== "event") return null
  const days = goalDays(await attributionOf(db, broadcast))
  const sql = goal.metric === "visited" ? VISITED : DID
  const found = await queryOne<{ people: number }>(db, sql, {
    ...key,
    days,
    event: goal.event ?? null,
  })
  return found!.people
}
