import { all, is, planOf, type Recipe, SEGMENT } from "./recipe"

const NO_ORDER = all(is("orders", "lte", 0))
const ONE_ORDER = all(is("orders", "gte", 1), is("orders", "lte", 1))
const NO_BIRTHDAY = all(is("birthday", "empty"))
const REGULAR = all(is("orders", "gte", 2))
const READERS = all(is("reachable.email", "is_true"))
const MORNING = { offset: 0, time: "09:00" }
/** It ends with the next order, which is what it is for. */
const TO_ORDER = { goal: { type: "order_placed" }, exit_on_order: true } as const
const EACH = { reentry: { mode: "per_object" } } as const
const ONCE = { reentry: { mode: "once" } } as const
const rarely = (days: number) => ({ reentry: { mode: "after_days", days } }) as const

/** Campaigns to begin with, those that most shops need first. */
export const RECIPES: Recipe[] = [
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
    key: "birthday",
    name: "Birthday",
    goal: "Be the one who thinks of it, three days before.",
    plan: () =>
      planOf({ type: "birthday", offset: -3, time: "09:00" }, [
        { promo: 15 },
        { mail: "birthday" },
      ]),
  },
  {
    key: "birthday-ask",
    name: "When is your birthday?",
    goal: "Ask buyers for their birthday, so that you can think of it.",
    stage: "growing",
    plan: () =>
      planOf(
        { type: "order_placed" },
        [{ wait: [7, "days"] }, { only: NO_BIRTHDAY }, { mail: "about-you" }],
        { ...rarely(365), entry_rules: NO_BIRTHDAY }
      ),
  },
  {
    key: "first-order-year",
    name: "A year with us",
    goal: "Thank people a year after their first order.",
    stage: "loyal",
    plan: () => planOf({ type: "anniversary", of: "first_order", ...MORNING }, [{ mail: "vip" }]),
  },
  {
    key: "account-year",
    name: "A year since they joined",
    goal: "Remind people of the shop on the day they made their account.",
    plan: () =>
      planOf({ type: "anniversary", of: "registered", ...MORNING }, [{ mail: "best-sellers" }]),
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
    key: "digest",
    name: "Monthly news",
    goal: "Write to your readers on the first of every month.",
    segment: { name: "Readers", rules: READERS },
    plan: () =>
      planOf(
        {
          type: "repeat",
          every: "month",
          day: 1,
          weekday: 1,
          month: 1,
          time: "10:00",
          segment_id: SEGMENT,
        },
        [{ mail: "newsletter" }]
      ),
  },
  {
    key: "black-friday",
    name: "Before Black Friday",
    goal: "Tell regular buyers on 24 November, before everybody else.",
    segment: { name: "Regular buyers", rules: REGULAR },
    plan: (now) =>
      planOf(
        { type: "date", at: next24November(now), local: true, segment_id: SEGMENT },
        [{ mail: "sale" }],
        { ...ONCE, topic: "offers" }
      ),
  },
  {
    key: "black-friday-push",
    name: "Before Black Friday, by push",
    goal: "Show regular buyers a notification on 24 November, before everybody else.",
    segment: { name: "Regular buyers", rules: REGULAR },
    pushes: {
      early: {
        name: "Early access",
        subject: "You are first{% if profile.first_name %}, {{ profile.first_name }}{% endif %}",
        text: "Our Black Friday offers begin tomorrow. As a regular you can have them today.",
        link: "{{ shop.url }}",
      },
    },
    plan: (now) =>
      planOf(
        { type: "date", at: next24November(now), local: true, segment_id: SEGMENT },
        [{ push: "early" }],
        { ...ONCE, topic: "offers" }
      ),
  },
]

/** 10:00 on the next 24 November after an instant. */
function next24November(now: Date): string {
  const year = now.getUTCFullYear()
  const passed = now.toISOString().slice(5, 10) >= "11-24"
  return `${passed ? year + 1 : year}-11-24T10:00`
}
