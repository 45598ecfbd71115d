/** Medusa's states of an order. */
export const ORDER_STATUSES = ["pending", "completed", "archived", "requires_action"] as const

/** What an order has to be for a message to get credit for it; what is left out does not matter. */
export type OrderTerms = {
  /** At least so much, net, in minor units of the base currency. */
  min_total?: number
  /** Holds one of these products, or one of these categories or those below them; ids. */
  products?: string[]
  categories?: string[]
  /** One of these promo codes was used. */
  promotions?: string[]
  /** Ids. */
  sales_channels?: string[]
  statuses?: (typeof ORDER_STATUSES)[number][]
  /** The person's first. */
  first?: true
}

/** Between two days of the shop's zone, `YYYY-MM-DD`, both included. */
export type OrderRange = { from: string; to: string }

/** When an order is credited to a message: so many days after sending, or in a range of days; and which orders. */
export type AttributionTerms = {
  /** In place of the days. */
  range?: OrderRange
  orders?: OrderTerms
}

/** A rule of attribution. `days` null: as the shop has it, terms included; 0: nothing is credited. */
export type Attribution = { days: number | null; terms: AttributionTerms }

/** Answer of `GET /admin/engage/attribution`: what holds for all that has no rule of its own. */
export type AttributionDefault = {
  days: number
  terms: AttributionTerms
  /** How many started broadcasts and published campaigns follow it. */
  followers: { broadcasts: number; campaigns: number }
  /** Whether orders are still being credited anew after a change. */
  computing: boolean
}

type Credited = { orders: number; revenue: number }

/** What a change of a rule would do to the orders of the last days; in minor units of `currency`. */
export type AttributionPreview = { days: number; now: Credited; then: Credited; currency: string }
