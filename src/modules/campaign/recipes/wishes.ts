import { EACH, rarely, TO_ORDER } from "./habits"
import { planOf, type Recipe } from "./recipe"

/** What people looked at, or left in their cart. */
export const WISHES: Recipe[] = [
  {
    key: "cart",
    name: "Forgotten cart",
    goal: "Bring people back to the cart they left.",
    plan: () =>
      planOf(
        { type: "cart_abandoned", after: { amount: 1, unit: "hours" }, min_value: null },
        [{ mail: "cart" }, { wait: [20, "hours"] }, { mail: "picks" }],
        { ...TO_ORDER, ...EACH }
      ),
  },
  {
    key: "browse",
    name: "Looked and left",
    goal: "Remind people of a product they looked at twice.",
    plan: () =>
      planOf(
        {
          type: "browse_abandoned",
          what: "product",
          after: { amount: 4, unit: "hours" },
          min_views: 2,
        },
        [{ mail: "viewed" }, { wait: [1, "days"] }, { mail: "picks" }],
        { ...TO_ORDER, ...rarely(7) }
      ),
  },
  {
    key: "category",
    name: "Interested in a category",
    goal: "Show what is good in a category that somebody looked through.",
    stage: "growing",
    plan: () =>
      planOf(
        {
          type: "browse_abandoned",
          what: "category",
          after: { amount: 1, unit: "days" },
          min_views: 1,
        },
        [{ mail: "picks" }],
        { ...TO_ORDER, ...rarely(14) }
      ),
  },
  {
    key: "back-in-stock",
    name: "Back in stock",
    goal: "Tell people that what they wanted can be had again.",
    plan: () =>
      planOf({ type: "back_in_stock", products: [], days: 60 }, [{ mail: "viewed" }], {
        ...TO_ORDER,
        ...rarely(3),
      }),
  },
  {
    key: "price-drop",
    name: "Price drop",
    goal: "Tell people that what they looked at costs less now.",
    plan: () =>
      planOf({ type: "price_drop", percent: 10, days: 30 }, [{ mail: "viewed" }], {
        ...TO_ORDER,
        ...rarely(7),
        topic: "offers",
      }),
  },
  {
    key: "low-stock",
    name: "Nearly gone",
    goal: "Tell people that little is left of what is in their cart.",
    plan: () =>
      planOf({ type: "low_stock", left: 3 }, [{ mail: "cart" }], { ...TO_ORDER, ...rarely(7) }),
  },
]
