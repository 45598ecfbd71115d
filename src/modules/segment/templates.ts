import type { Condition, HasCondition, Period, RuleNode, Rules } from "../../rules/ast"
import type { SegmentTemplate } from "../../types/segment"

const all = (...children: RuleNode[]): Rules => ({
  version: 1,
  root: { type: "group", op: "and", children },
})
const is = (
  attribute: string,
  operator: Condition["operator"],
  value?: Condition["value"]
): Condition => ({ type: "condition", attribute, operator, value })
const last = (days: number): Period => ({ kind: "last", days })
const has = (collection: string, part: Partial<HasCondition> = {}): HasCondition => ({
  type: "has",
  collection,
  where: [],
  within: { kind: "ever" },
  measure: { fn: "count" },
  operator: "gte",
  value: 1,
  ...part,
})

const BUYER = is("orders", "gte", 1)
const REACHABLE = is("reachable.email", "is_true")
const opened = (days: number, value: number, operator: HasCondition["operator"] = "gte") =>
  has("responses", {
    where: [is("response.kind", "in", ["opened", "clicked"]), is("response.by_person", "is_true")],
    within: last(days),
    operator,
    value,
  })

const template = (key: string, name: string, description: string, ...nodes: RuleNode[]) => ({
  key,
  name,
  description,
  rules: all(...nodes),
})

/** Ready rules to start from. */
export const SEGMENT_TEMPLATES: SegmentTemplate[] = [
  template(
    "sms_buyers_over_30",
    "SMS subscribers, 30 and older, with an order",
    "Active SMS subscription, at least one order, aged 30 or over",
    is("consent.sms", "is_true"),
    BUYER,
    is("age", "gte", 30)
  ),
  template(
    "one_time_buyers",
    "One-time buyers",
    "Exactly one order: invite them to the second",
    is("orders", "eq", 1)
  ),
  template(
    "regular_buyers",
    "Regular buyers",
    "At least three orders in the last 180 days",
    has("purchases", { within: last(180), value: 3 })
  ),
  template(
    "lapsed",
    "Lapsed buyers",
    "Bought before, but not in the last 90 days",
    BUYER,
    is("last_order_at", "not_within_last", 90)
  ),
  template(
    "best_customers",
    "Best customers",
    "Champions and loyal customers by recency and frequency",
    is("rfm_group", "in", ["champions", "loyal"])
  ),
  template(
    "at_risk",
    "At risk",
    "Used to buy often, but a while ago",
    is("rfm_group", "in", ["at_risk", "cant_lose"])
  ),
  template(
    "newsletter_without_order",
    "Subscribers without an order",
    "Reachable by e-mail and never bought",
    REACHABLE,
    is("orders", "eq", 0)
  ),
  template(
    "top_tenth",
    "Top 10 % by revenue",
    "The tenth of your buyers who brought most",
    is("revenue", "top", 0.1)
  ),
  template(
    "big_baskets",
    "Big baskets",
    "Average order value among the highest quarter",
    is("aov", "top", 0.25)
  ),
  template(
    "new_buyers",
    "New buyers",
    "First order in the last 30 days",
    is("first_order_at", "within_last", 30)
  ),
  template(
    "second_order_due",
    "Second order is due",
    "Bought once, 30 to 90 days ago",
    is("orders", "eq", 1),
    is("days_since_order", "between", [30, 90])
  ),
  template(
    "birthday_week",
    "Birthday in the next 7 days",
    "Congratulate in time; today counts",
    is("birthday", "anniversary_within_next", 7)
  ),
  template(
    "order_anniversary",
    "Anniversary of the first order",
    "First bought a year or more ago, on one of the next 7 days",
    is("first_order_at", "anniversary_within_next", 7)
  ),
  template(
    "long_gone",
    "Gone for a year",
    "Bought before, but nothing in the last 365 days",
    BUYER,
    is("last_order_at", "not_within_last", 365)
  ),
  template(
    "discount_hunters",
    "Only with a discount",
    "Two or more orders, all of them discounted",
    is("orders", "gte", 2),
    has("purchases", {
      where: [is("purchase.discounted", "is_false")],
      operator: "eq",
      value: 0,
    })
  ),
  template(
    "full_price",
    "Full-price buyers",
    "Two or more orders, none of them discounted",
    is("orders", "gte", 2),
    has("purchases", {
      where: [is("purchase.discounted", "is_true")],
      operator: "eq",
      value: 0,
    })
  ),
  template(
    "refunded",
    "Had a refund lately",
    "An order of the last 90 days was refunded at least in part",
    has("purchases", { where: [is("purchase.refunded", "is_true")], within: last(90) })
  ),
  template(
    "cancelled",
    "Cancelled and never came back",
    "A cancelled order, and none that counts",
    is("cancelled_orders", "gte", 1),
    is("orders", "eq", 0)
  ),
  template(
    "no_second_in_30",
    "No second order within 30 days",
    "An order in the last 180 days that no other followed within 30 days",
    {
      type: "sequence",
      first: { collection: "purchases", where: [] },
      within: last(180),
      followed: false,
      days: 30,
      then: { collection: "purchases", where: [] },
    }
  ),
  template(
    "quick_returners",
    "Bought again within a week",
    "An order that another followed within 7 days",
    {
      type: "sequence",
      first: { collection: "purchases", where: [] },
      within: last(365),
      followed: true,
      days: 7,
      then: { collection: "purchases", where: [] },
    }
  ),
  template(
    "engaged_readers",
    "Keen readers",
    "Opened or clicked at least 3 messages in the last 90 days, machines left out",
    opened(90, 3)
  ),
  template(
    "silent_readers",
    "Silent readers",
    "Got at least 3 messages in 90 days and responded to none",
    has("messages", { within: last(90), value: 3 }),
    opened(90, 0, "eq")
  ),
  template(
    "not_contacted",
    "Not contacted for 30 days",
    "Reachable by e-mail, and no message in the last 30 days or ever",
    REACHABLE,
    has("messages", {
      measure: { fn: "days_since" },
      operator: "gte",
      value: 30,
      orNever: true,
    })
  ),
  template(
    "unreachable_buyers",
    "Buyers you cannot reach",
    "Bought, but neither e-mail nor SMS may be sent to them",
    BUYER,
    is("reachable.email", "is_false"),
    is("reachable.sms", "is_false")
  ),
]
