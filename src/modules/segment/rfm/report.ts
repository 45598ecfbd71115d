import { type Db, query, queryOne, type SqlFragment } from "../../../lib/db"
import type { RfmGroup } from "../../../types/profile"
import {
  type RfmLimits,
  type RfmMode,
  type RfmMove,
  type RfmReport,
  asksForCarried,
} from "../../../types/rfm"
import { rfmGroup } from "../../profile/metrics/rfm-groups"
import { readState } from "../../profile/state"
import { shareScan } from "../preview"
import { RFM_CARRIED, RFM_CARRIED_PROSPECTS, RFM_CELLS, RFM_MOVES, RFM_PROSPECTS } from "../sql/rfm"

/** Days within 30, 60, 90, 180; orders 2, 3, 4, 6 and more. Money has no limits that would suit every shop. */
const FIXED = { r: [180, 90, 60, 30], f: [2, 3, 4, 6] }

const EVERYBODY: SqlFragment = {
  sql: `select id as profile_id from engage_profile where removed_at is null`,
  params: {},
}

/** `as_of`: the instant of the scores. */
type Scored = { as_of: string; rows: CellRow[]; prospects: number }

export type RfmInput = {
  mode: RfmMode
  window_days: number
  limits?: RfmLimits
  /** Whom to look at; everybody without it. */
  base?: SqlFragment
  now: Date
  zone: string
}

type CellRow = Record<"r" | "f" | "m" | "people" | "revenue" | "single", number> &
  Record<
    "days_from" | "days_to" | "orders_from" | "orders_to" | "value_from" | "value_to",
    number | null
  >

/** The cells of the grids with their ranges, and the named groups; formulas in docs/guide/rfm.md. */
export async function rfmReport(
  db: Db,
  input: RfmInput
): Promise<Pick<RfmReport, "as_of" | "cells" | "groups" | "single_buyers">> {
  const carried =
    input.base || !asksForCarried(input) ? undefined : await carriedScores(db, input.zone)
  const { as_of, rows, prospects } = carried ?? (await scoredNow(db, input))
  const cells = merge(rows)
  const groups = new Map<RfmGroup, { people: number; revenue: number }>()
  for (const { r, f, people, revenue } of cells) {
    const group = groups.get(rfmGroup(r, f)) ?? { people: 0, revenue: 0 }
    groups.set(rfmGroup(r, f), { people: group.people + people, revenue: group.revenue + revenue })
  }
  groups.set("no_orders", { people: prospects, revenue: 0 })
  const buyers = cells.reduce((sum, cell) => sum + cell.people, 0)
  const single = rows.reduce((sum, row) => sum + row.single, 0)
  return {
    as_of,
    cells,
    groups: [...groups].map(([group, totals]) => ({ group, ...totals })),
    single_buyers: buyers ? single / buyers : 0,
  }
}

/** The scores that every profile carries; `undefined` before they were ever computed. */
async function carriedScores(db: Db, zone: string): Promise<Scored | undefined> {
  const scored = await readState<{ at: string }>(db, "rfm")
  if (!scored) return undefined
  await shareScan(db)
  const rows = await query<CellRow>(db, RFM_CARRIED, { at: scored.at, zone })
  const { people } = (await queryOne<{ people: number }>(db, RFM_CARRIED_PROSPECTS))!
  return { as_of: scored.at, rows, prospects: people }
}

async function scoredNow(db: Db, input: RfmInput): Promise<Scored> {
  const base = input.base ?? EVERYBODY
  const limits = input.mode === "manual" ? input.limits! : { ...FIXED, m: [] }
  const by = {
    r: input.mode !== "quintile",
    f: input.mode !== "quintile",
    m: input.mode === "manual",
  }
  const rows = await query<CellRow>(db, RFM_CELLS(base.sql, by), {
    ...base.params,
    now: input.now,
    zone: input.zone,
    window_days: input.window_days,
    r_limits: limits.r.map((days) => -days),
    f_limits: limits.f,
    m_limits: limits.m,
  })
  const { people } = (await queryOne<{ people: number }>(db, RFM_PROSPECTS(base.sql), base.params))!
  return { as_of: input.now.toISOString(), rows, prospects: people }
}

/** How people moved between the groups, by fifths, from the end of one calendar day (YYYY-MM-DD) to that of another. */
export function rfmMoves(
  db: Db,
  input: { from: string; to: string; window_days: number; zone: string; base?: SqlFragment }
): Promise<RfmMove[]> {
  const { base = EVERYBODY, from, to, window_days, zone } = input
  return query<RfmMove>(db, RFM_MOVES(base.sql), { ...base.params, from, to, window_days, zone })
}

/** People from before the window share the cell 1-1-1 with the least of those inside. */
function merge(rows: CellRow[]): RfmReport["cells"] {
  const cells = new Map<string, RfmReport["cells"][number]>()
  for (const row of rows) {
    const key = `${row.r}${row.f}${row.m}`
    const known = cells.get(key)
    if (known) {
      known.people += row.people
      known.revenue += row.revenue
      continue
    }
    const range = (from: number | null, to: number | null): [number, number] | null =>
      from === null || to === null ? null : [from, to]
    cells.set(key, {
      r: row.r,
      f: row.f,
      m: row.m,
      people: row.people,
      revenue: row.revenue,
      days: range(row.days_from, row.days_to),
      orders: range(row.orders_from, row.orders_to),
      value: range(row.value_from, row.value_to),
    })
  }
  return [...cells.values()]
}
