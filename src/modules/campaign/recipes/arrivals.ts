import { ONCE, TO_ORDER } from "./habits"
import { all, is, planOf, type Recipe } from "./recipe"

const NO_ORDER = all(is("orders", "lte", 0))

/** People who are new here, until they buy. */
export const ARRIVALS: Recipe[] = [
  {
    key: "welcome",
    name: "Welcome series",
    goal: "Turn new accounts into first orders.",
    stage: "prospect",
    plan: () =>
      planOf(
        { type: "registered" },
        [
          { mail: "welcome" },
          { wait: [2, "days"] },
          { only: NO_ORDER },
          { mail: "picks" },
          { wait: [3, "days"] },
          { mail: "best-sellers" },
        ],
        { ...TO_ORDER, ...ONCE, entry_rules: NO_ORDER }
      ),
  },
  {
    key: "subscribed",
    name: "Thanks for subscribing",
    goal: "Greet people who have just agreed to your mails.",
    stage: "prospect",
    plan: () =>
      planOf(
        { type: "consent_changed", state: "subscribed", topic: null },
        [{ mail: "welcome" }],
        ONCE
      ),
  },
  {
    key: "no-first-order",
    name: "Still no order",
    goal: "Nudge accounts that have not ordered after a month.",
    stage: "prospect",
    plan: () =>
      planOf({ type: "days_since_registration", days: 30 }, [{ mail: "best-sellers" }], {
        ...TO_ORDER,
        ...ONCE,
        entry_rules: NO_ORDER,
      }),
  },
]
