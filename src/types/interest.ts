import type { Iso } from "./common"

/** What an interest can be in. */
export const INTEREST_KINDS = ["category", "collection", "tag", "product", "price_band"] as const
export type InterestKind = (typeof INTEREST_KINDS)[number]

/** What people do that shows an interest. */
export const INTEREST_SIGNALS = [
  "ordered",
  "added",
  "wished",
  "viewed",
  "clicked",
  "category_viewed",
  "removed",
] as const
export type InterestSignal = (typeof INTEREST_SIGNALS)[number]

export type InterestTrend = "rising" | "steady" | "falling"
export type InterestLevel = "high" | "medium" | "low"

export type InterestSettings = {
  /** Points of each signal; those of a removal are negative. */
  weights: Record<InterestSignal, number>
  /** Days after which a signal counts half. */
  half_life_days: number
  /** Four limits between five price bands, minor units of the shop's currency, rising. */
  price_limits: number[]
}

/** One interest of one person. */
export type Interest = {
  kind: InterestKind
  /** Id of the category, collection, tag or product; of a price band its number from 0, the cheapest. */
  ref: string
  label: string
  /** Points as of now. */
  score: number
  /** Part of all points of the kind, 0 to 1. */
  share: number
  /** 1 is the strongest of its kind. */
  rank: number
  trend: InterestTrend
  level: InterestLevel
  last_at: Iso
  last_signal: InterestSignal
}

/** One interest over everybody. */
export type InterestTotal = {
  kind: InterestKind
  ref: string
  label: string
  people: number
  /** People whose strongest interest of the kind it is. */
  top: number
  rising: number
  falling: number
  /** Points of everybody when last computed. */
  score: number
  last_at: Iso
}

export type InterestMap = {
  interests: InterestTotal[]
  /** When it was last computed; `null` before the first time. */
  computed_at: Iso | null
  /** People whose interests wait to be computed. */
  waiting: number
  currency: string
}
