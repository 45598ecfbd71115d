import { EACH, TO_ORDER } from "./habits"
import { all, is, planOf, type Recipe } from "./recipe"

const ONE_ORDER = all(is("orders", "gte", 1), is("orders", "lte", 1))

/** What follows an order. */
export const ORDERS: Recipe[] = [
  {
    key: "thanks",
    name: "Thank you",
    goal: "Thank buyers as soon as they have paid.",
    stage: "new",
    plan: () => planOf({ type: "order_paid" }, [{ wait: [1, "hours"] }, { mail: "thanks" }], EACH),
  },
  {
    key: "second-order",
    name: "Second order",
    goal: "Win the second order, and learn which message does it.",
    stage: "new",
    plan: () =>
      planOf(
        { type: "days_since_order", days: 20 },
        [
          { either: ["picks", "best-sellers"] },
          { wait: [7, "days"] },
          { promo: 10 },
          { mail: "sale" },
        ],
        { ...TO_ORDER, entry_rules: ONE_ORDER }
      ),
  },
  {
    key: "review",
    name: "How was it?",
    goal: "Ask for a review once the order has been used.",
    stage: "growing",
    plan: () =>
      planOf({ type: "order_delivered" }, [{ wait: [10, "days"] }, { mail: "review" }], EACH),
  },
  {
    key: "cancelled",
    name: "Order cancelled",
    goal: "Offer something else after a cancelled order.",
    plan: () =>
      planOf(
        { type: "order_cancelled" },
        [{ wait: [2, "hours"] }, { mail: "letter" }, { wait: [3, "days"] }, { mail: "picks" }],
        { ...TO_ORDER, ...EACH }
      ),
  },
  {
    key: "returned",
    name: "After a return",
    goal: "Help people find what fits after they sent something back.",
    plan: () =>
      planOf({ type: "order_returned" }, [{ wait: [3, "days"] }, { mail: "picks" }], {
        ...TO_ORDER,
        ...EACH,
      }),
  },
]
