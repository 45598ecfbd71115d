import { rarely, REGULAR, TO_ORDER } from "./habits"
import { planOf, type Recipe } from "./recipe"

/** How customers stand with the shop: the best, and those who are about to leave. */
export const STANDING: Recipe[] = [
  {
    key: "win-back",
    name: "We miss you",
    goal: "Win back regular customers who have not ordered for three months.",
    stage: "at_risk",
    plan: () =>
      planOf(
        { type: "days_since_order", days: 90 },
        [
          { promo: 10 },
          { mail: "win-back" },
          { wait: [7, "days"] },
          { mail: "picks" },
          { wait: [7, "days"] },
          { mail: "sale" },
        ],
        { ...TO_ORDER, entry_rules: REGULAR }
      ),
  },
  {
    key: "champions",
    name: "Welcome among the best",
    goal: "Greet people who have become the best customers.",
    stage: "loyal",
    plan: () =>
      planOf({ type: "rfm_changed", from: null, to: "champions" }, [{ mail: "vip" }], rarely(180)),
  },
  {
    key: "cant-lose",
    name: "Do not lose them",
    goal: "Write to good customers who stop ordering.",
    stage: "at_risk",
    plan: () =>
      planOf(
        { type: "rfm_changed", from: null, to: "cant_lose" },
        [{ mail: "letter" }, { wait: [7, "days"] }, { mail: "sale" }],
        { ...TO_ORDER, ...rarely(90) }
      ),
  },
  {
    key: "lost",
    name: "Before they are gone",
    goal: "Make a last offer to customers who are nearly lost.",
    stage: "lapsed",
    plan: () =>
      planOf(
        { type: "rfm_changed", from: null, to: "lost" },
        [{ promo: 20 }, { mail: "win-back" }, { wait: [7, "days"] }, { mail: "sale" }],
        { ...TO_ORDER, ...rarely(180), topic: "offers" }
      ),
  },
  {
    key: "away",
    name: "Not seen for a while",
    goal: "Invite customers back who have not visited for a month.",
    stage: "at_risk",
    plan: () =>
      planOf({ type: "days_since_visit", days: 30 }, [{ mail: "picks" }], {
        ...TO_ORDER,
        ...rarely(30),
      }),
  },
]
