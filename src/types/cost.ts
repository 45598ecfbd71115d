/** What messages cost by the prices at the time of sending, beside what they brought; in minor units. */
export type CostReport = {
  total: number
  /** Messages that no price was known for; the total is without them. */
  unpriced: number
  /** Null without an order. */
  per_order: number | null
  /** Revenue less the cost. */
  profit: number
}

/** What a broadcast that has not started will cost by the prices there are, in minor units. */
export type CostForecast = {
  /** Of all who get a message at once. */
  amount: number
  /** If every channel of a cascade had to be used. */
  at_most: number
  /** How many parts a text message has on average; null without one. */
  parts: number | null
  /** Whether a channel has no price, and is not counted. */
  incomplete: boolean
}
