import type { CascadeResult } from "../../types/cascade"
import type { CostReport } from "../../types/cost"

/** What some messages cost, in minor units, and how many of those that were sent had no known price. */
export type Spent = { cost: number; unpriced: number }

/** What messages cost beside what they brought; `null` when no price was known for any of the `sent`. */
export function costReport(
  { cost, unpriced }: Spent,
  { sent, orders, revenue }: { sent: number; orders: number; revenue: number }
): CostReport | null {
  if (unpriced >= sent) return null
  return {
    total: Math.round(cost),
    unpriced,
    per_order: orders ? Math.round(cost / orders) : null,
    profit: Math.round(revenue - cost),
  }
}

/**
 * What a cascade saved, in minor units: had everybody been written to on its dearest channel at once, it would have cost so
 * much more. `null` without a cascade, and where a price is missing.
 * @param people - who got a message
 */
export function savedBy(channels: CascadeResult[], people: number): number | null {
  const sent = channels.filter((channel) => channel.sent > 0)
  if (channels.length < 2 || !sent.length || sent.some(({ unpriced }) => unpriced > 0)) return null
  const total = sent.reduce((sum, { cost }) => sum + cost, 0)
  const dearest = Math.max(...sent.map(({ cost, sent }) => cost / sent))
  return Math.max(0, Math.round(people * dearest - total))
}
