import { type Db, query } from "../../../lib/db"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { HoldoutDifference, HoldoutReport, HoldoutSide } from "../../../types/campaign-holdout"
import { attributionOf } from "../attribution/rule"
import { meanDifference, type Values } from "../broadcast/significance"
import { kept } from "../kept"
import { HOLDOUT_SIDES } from "../sql/holdout"

/** Of fewer buyers on a side nothing is said: one large order would decide it. */
const ENOUGH_BUYERS = 100
/** Looked at for campaigns to which no order is credited at all. */
const USUAL_DAYS = 30

export type HoldoutRow = HoldoutSide & { order_squares: number; squares: number }
type Sides = { came_in: HoldoutRow; held_out: HoldoutRow }
type Of = { id: string; plan: CampaignPlan; version?: number; currency: string }

/** How people who came into a campaign do against those who were kept out of it to compare with. */
export async function holdoutReport(
  db: Db,
  { id, plan, version, currency }: Of
): Promise<HoldoutReport> {
  const { attribution_days, attribution_terms = {} } = plan
  const rule = await attributionOf(db, { attribution_days, attribution_terms })
  const days = rule.days || USUAL_DAYS
  const key = `holdout ${id} ${version ?? "all"} ${days}`
  const { numbers, counted_at } = await kept<Sides>(db, key, async () => {
    const of = { id, version: version ?? null, days }
    const rows = await query<HoldoutRow & { held_out: boolean }>(db, HOLDOUT_SIDES, of)
    const side = (heldOut: boolean) => rows.find((row) => row.held_out === heldOut) ?? NOBODY
    return { came_in: side(false), held_out: side(true) }
  })
  return { days, currency, counted_at: counted_at.toISOString(), ...compareSides(numbers) }
}

/** The differences per person with Welch's interval, and what can be said of the revenue. */
export function compareSides({
  came_in,
  held_out,
}: Sides): Pick<HoldoutReport, "came_in" | "held_out" | "revenue" | "orders" | "verdict"> {
  const revenue = differenceOf(came_in, held_out, ({ people, revenue: sum, squares }) => ({
    people,
    sum,
    squares,
  }))
  const orders = differenceOf(came_in, held_out, ({ people, orders: sum, order_squares }) => ({
    people,
    sum,
    squares: order_squares,
  }))
  const verdict = verdictOf(Math.min(came_in.buyers, held_out.buyers), revenue)
  return { came_in: shown(came_in), held_out: shown(held_out), revenue, orders, verdict }
}

function differenceOf(
  came_in: HoldoutRow,
  held_out: HoldoutRow,
  values: (row: HoldoutRow) => Values
): HoldoutDifference | null {
  const found = meanDifference(values(came_in), values(held_out))
  if (!found) return null
  const [from, to] = found.interval
  return { difference: found.difference, from, to }
}

function verdictOf(buyers: number, revenue: HoldoutDifference | null): HoldoutReport["verdict"] {
  if (buyers < ENOUGH_BUYERS || !revenue) return "too_few"
  if (revenue.from > 0) return "more"
  return revenue.to < 0 ? "less" : "unclear"
}

const NOBODY: HoldoutRow = {
  ...{ people: 0, buyers: 0, orders: 0, revenue: 0 },
  ...{ order_squares: 0, squares: 0 },
}

function shown({ people, buyers, orders, revenue }: HoldoutRow): HoldoutSide {
  return { people, buyers, orders, revenue }
}
