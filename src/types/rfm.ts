import type { RfmGroup } from "./profile"

/** Days of purchases that the scores every profile carries are computed over. */
export const RFM_DAYS = 365

/** How scores are given: by rank in fifths, by usual limits, or by limits of one's own. */
export type RfmMode = "quintile" | "fixed" | "manual"

/** Whether a report asks for the very scores that every profile carries: fifths of everybody over the usual period. */
export const asksForCarried = (asked: {
  mode: RfmMode
  window_days: number
  segment_id?: string | null
}) => asked.mode === "quintile" && asked.window_days === RFM_DAYS && !asked.segment_id

/** Four limits, worst to best: of days since the last order, of orders, and of revenue in minor units. */
export type RfmLimits = { r: number[]; f: number[]; m: number[] }

/** Everybody with the same three scores; ranges over the window, `null` for people who bought only before it. */
export type RfmCell = {
  r: number
  f: number
  m: number
  people: number
  revenue: number
  days: [number, number] | null
  orders: [number, number] | null
  value: [number, number] | null
}

/** Answer of `GET /admin/engage/rfm`. Amounts are minor units of `currency`. */
export type RfmReport = {
  mode: RfmMode
  window_days: number
  segment_id: string | null
  cells: RfmCell[]
  groups: { group: RfmGroup; people: number; revenue: number }[]
  /** Share of buyers with a single order, 0 to 1: with many of them fifths by orders say little. */
  single_buyers: number
  currency: string
  /** When everybody was scored, ISO 8601: now, or when the scores that profiles carry were last computed. */
  as_of: string
}

/** How many people went from one group to another between two days. */
export type RfmMove = { from: RfmGroup; to: RfmGroup; people: number }
