import { type Db, query, queryOne } from "../../../lib/db"
import type { BroadcastPlan, WinnerMetric } from "../../../types/broadcast-plan"
import { type BroadcastReport, type VariantReport } from "../../../types/broadcast-report"
import { pickVariant } from "../../campaign/broadcast/ab"
import { loadRun } from "../../delivery/ledger/runs"
import { leadOf } from "../lead"
import { CHOSEN, CLAIM_UNDECIDED, VARIANTS } from "../sql/variants"
import { compareMeans, compareShares, shareInterval } from "./significance"

type Row = {
  variant: number
  sent: number
  opened: number
  clicked: number
  ordered: number
  revenue: number
  squares: number
}

/** How the variants of a broadcast's test do. @returns `null` when it has none */
export async function abReport(
  db: Db,
  runId: number,
  stored: Partial<BroadcastPlan>
): Promise<BroadcastReport["ab"]> {
  const { ab } = stored
  if (!ab) return null
  const metric = ab.winner?.metric ?? "clicks"
  const rows = await readVariants(db, runId, ab.variants.length)
  const state = await queryOne<{ chosen: number | null; waiting: boolean }>(db, CHOSEN, {
    run: runId,
  })
  return {
    metric,
    variants: rows.map((row) => present(row, rows[0])),
    ...leaderOf(rows, metric),
    ...state!,
  }
}

/**
 * Chooses the winner of the next test whose time is over: the leader by its metric, certain or not.
 * @returns whether there was one
 */
export async function decideNext(db: Db, now: Date): Promise<boolean> {
  return db.transaction(async (trx) => {
    const due = await queryOne<{ id: string; run_id: number; plan: BroadcastPlan }>(
      trx,
      CLAIM_UNDECIDED,
      { now }
    )
    if (!due?.plan.ab?.winner) return false
    const rows = await readVariants(trx, due.run_id, due.plan.ab.variants.length)
    await pickVariant(trx, due.id, leaderOf(rows, due.plan.ab.winner.metric).leader ?? 0)
    return true
  })
}

/** The best variant by a metric, and whether chance explains its lead over none of the others. */
export function leaderOf(
  rows: Row[],
  metric: WinnerMetric
): { leader: number | null; certain: boolean } {
  const rate = (row: Row) => (row.sent ? valueOf(row, metric) / row.sent : 0)
  const { leader, certain } = leadOf(rows, rate, (a, b) => chance(a, b, metric))
  return { leader: leader?.variant ?? null, certain }
}

function valueOf(row: Row, metric: WinnerMetric): number {
  return metric === "revenue" ? row.revenue : metric === "opens" ? row.opened : row.clicked
}

function chance(a: Row, b: Row, metric: WinnerMetric): number {
  if (metric === "revenue") {
    const values = ({ sent, revenue, squares }: Row) => ({ people: sent, sum: revenue, squares })
    return compareMeans(values(a), values(b))
  }
  const share = (row: Row) => ({ people: row.sent, hits: valueOf(row, metric) })
  return compareShares(share(a), share(b))
}

function present({ squares: _, ...row }: Row, first: Row): VariantReport {
  const whole = { ...row, squares: _ }
  return {
    ...row,
    click_rate: row.sent ? row.clicked / row.sent : null,
    click_interval: shareInterval({ people: row.sent, hits: row.clicked }),
    revenue_per_person: row.sent ? row.revenue / row.sent : null,
    p:
      row.variant === first.variant
        ? null
        : {
            opens: chance(whole, first, "opens"),
            clicks: chance(whole, first, "clicks"),
            revenue: chance(whole, first, "revenue"),
          },
  }
}

/** One row a variant, also for those that nobody has got yet. */
async function readVariants(db: Db, runId: number, count: number): Promise<Row[]> {
  const run = await loadRun(db, runId)
  const rows = await query<Row>(db, VARIANTS, { run: runId, run_at: run.started_at })
  const none = { sent: 0, opened: 0, clicked: 0, ordered: 0, revenue: 0, squares: 0 }
  return Array.from({ length: count }, (_, variant) => {
    return rows.find((row) => row.variant === variant) ?? { variant, ...none }
  })
}
