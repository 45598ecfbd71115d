import type { Iso } from "./common"

export const SPLIT_METRICS = ["clicks", "goal", "revenue"] as const
/** By what the best way is found: people who click, who reach the goal, or revenue per person. */
export type SplitMetric = (typeof SPLIT_METRICS)[number]

/** How a split finds its best way. */
export type SplitWinner = {
  metric: SplitMetric
  /** After so many days, or when so many people have been split. */
  after: { unit: "days" | "people"; amount: number }
  /** Whether everybody then goes the best way by itself; else somebody has to say so. */
  auto: boolean
}

/** Answer of `GET /admin/engage/campaigns/:id/splits/:step`. */
export type SplitReport = {
  metric: SplitMetric
  /** Of the revenue, which is in its minor units. */
  currency: string
  began_at: Iso
  /** In the order of the ways; `p` is how likely one differs as much from the first by chance alone. */
  arms: {
    way: string
    people: number
    clicked: number
    reached: number
    ordered: number
    revenue: number
    p: number | null
  }[]
  leader: string | null
  /** Whether chance explains the leader's lead over none of the others. */
  certain: boolean
  won: { way: string; at: Iso; by_hand: boolean } | null
}
