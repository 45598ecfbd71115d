import { type Db, query, queryOne } from "../../../lib/db"
import type { Iso } from "../../../types/common"
import type { Freshness } from "../../../types/overview"
import { ESTIMATED_ROWS } from "../shop/changes"
import { DATA_AS_OF, LAST_DRIFT, WATERMARKS } from "../sql/read"

/** The instant up to which the shop's data has arrived, or `null` while history is still coming in. */
export async function dataAsOf(db: Db): Promise<Iso | null> {
  return (await queryOne<{ at: Date | null }>(db, DATA_AS_OF))?.at?.toISOString() ?? null
}

/** How far each source has been read, the progress of a first read, and what the last recount found. */
export async function freshness(db: Db): Promise<Freshness> {
  const marks = await query<{
    source: string
    high_at: Date | null
    passed_at: Date | null
    rows: number
  }>(db, WATERMARKS)
  const drift = await query<{
    source: string
    checked_at: Date
    shop: number
    ours: number
    repaired: number
  }>(db, LAST_DRIFT)
  const as_of = await dataAsOf(db)
  return {
    data_as_of: as_of,
    backfill: as_of ? null : await backfill(db, marks),
    sources: marks.map((m) => ({
      source: m.source,
      high_at: m.high_at?.toISOString() ?? null,
      passed_at: m.passed_at?.toISOString() ?? null,
      rows: m.rows,
    })),
    drift: drift.map((d) => ({ ...d, checked_at: d.checked_at.toISOString() })),
  }
}

async function backfill(
  db: Db,
  marks: { source: string; rows: number }[]
): Promise<Freshness["backfill"]> {
  const totals = await query<{ source: string; rows: number }>(db, ESTIMATED_ROWS)
  const done = totals.reduce(
    (sum, t) => sum + (marks.find((m) => m.source === t.source)?.rows ?? 0),
    0
  )
  const total = totals.reduce((sum, t) => sum + t.rows, 0)
  return { done, total: Math.max(total, done) }
}
