import { ONCE, TO_ORDER } from "./habits"
import { planOf, type Recipe } from "./recipe"

/** A promo code of their own for everybody of a segment. It is made to measure, and so on no list. */
export const offerTo = (segment_id: string, name: string): Recipe => ({
  key: "offer",
  name,
  goal: "Give the people of a segment a reason to order.",
  plan: () =>
    planOf(
      { type: "segment_entered", segment_id, members: true },
      [{ promo: 10 }, { mail: "offer" }],
      { ...TO_ORDER, ...ONCE, topic: "offers" }
    ),
})
