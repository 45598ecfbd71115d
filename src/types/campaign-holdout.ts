import type { Iso } from "./common"

/** What those who came in, or those who were held out, bought. Money in minor units. */
export type HoldoutSide = { people: number; buyers: number; orders: number; revenue: number }

/** By how much more the people who came in bought, each, and between what that lies with 95 percent certainty. */
export type HoldoutDifference = { difference: number; from: number; to: number }

/**
 * Answer of `GET /admin/engage/campaigns/:id/holdout`: orders within so many days after people came in, or would have.
 * The differences are null while a side has fewer than two people.
 */
export type HoldoutReport = {
  days: number
  currency: string
  counted_at: Iso
  came_in: HoldoutSide
  held_out: HoldoutSide
  revenue: HoldoutDifference | null
  orders: HoldoutDifference | null
  /** `too_few` while a side has fewer than 100 buyers; `unclear` when chance explains the difference in revenue. */
  verdict: "too_few" | "unclear" | "more" | "less"
}
