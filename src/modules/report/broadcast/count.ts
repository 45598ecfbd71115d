import { type Db, query, queryOne } from "../../../lib/db"
import type { SkipReason } from "../../../types/broadcast"
import type { BroadcastReport } from "../../../types/broadcast-report"
import type { BroadcastRow } from "../../campaign/broadcast/store"
import { cascadeResults } from "../../delivery/ledger/cascade"
import type { Run } from "../../delivery/ledger/runs"
import { abReport } from "./ab"
import type { Spent } from "../cost"
import { versionsReport } from "./versions"
import {
  BY_HOUR,
  COUNTERS,
  EVENT_COUNTERS,
  FAILURES,
  LINKS,
  LINKS_OF_SEVERAL,
  REVENUE,
  SKIPPED,
} from "../sql/broadcast"

type Counters = Spent & {
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

/** What of a broadcast's report has to be counted. Links are named as their contents do. */
export type BroadcastNumbers = Pick<
  BroadcastReport,
  "skipped" | "failures" | "links" | "timeline" | "ab" | "cascade" | "versions"
> & {
  counters: Omit<Counters, keyof Spent> & EventCounters
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
  const [ab, counters, events, money, skipped, failures, links, hours, cascade] = await Promise.all(
    [
      abReport(db, run.id, broadcast.plan),
      queryOne<Counters>(db, COUNTERS(several), key),
      queryOne<EventCounters>(db, EVENT_COUNTERS, key),
      queryOne<BroadcastNumbers["money"]>(db, REVENUE, key),
      query<SkippedRow>(db, SKIPPED, key),
      query<{ error: string; count: number }>(db, FAILURES, key),
      query<BroadcastReport["links"][number]>(db, ofSeveral ? LINKS_OF_SEVERAL : LINKS, key),
      query<{ hour: Date; opened: number; clicked: number }>(db, BY_HOUR, key),
      cascadeResults(db, run.id),
    ]
  )
  const { cost, unpriced, ...counted } = counters!
  return {
    counters: { ...counted, ...events! },
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
