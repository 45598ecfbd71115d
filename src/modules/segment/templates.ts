import type { Rules, RuleNode } from "../../rules/ast"

export type SegmentTemplate = { key: string; name: string; description: string; rules: Rules }

const all = (...children: RuleNode[]): Rules => ({
  version: 1,
  root: { type: "group", op: "and", children },
})
const orders = (operator: "gte" | "eq", value: number): RuleNode => ({
  type: "condition",
  attribute: "orders",
  operator,
  value,
})

/** Ready rules to start from. */
export const SEGMENT_TEMPLATES: SegmentTemplate[] = [
  {
    key: "sms_buyers_over_30",
    name: "SMS subscribers, 30 and older, with an order",
    description: "Active SMS subscription, at least one order, aged 30 or over",
    rules: all(
      { type: "condition", attribute: "consent.sms", operator: "is_true" },
      orders("gte", 1),
      { type: "condition", attribute: "age", operator: "gte", value: 30 }
    ),
  },
  {
    key: "one_time_buyers",
    name: "One-time buyers",
    description: "Exactly one order: invite them to the second",
    rules: all(orders("eq", 1)),
  },
  {
    key: "regular_buyers",
    name: "Regular buyers",
    description: "At least three orders in the last 180 days",
    rules: all({
      type: "has",
      collection: "purchases",
      where: [],
      within: { kind: "last", days: 180 },
      measure: { fn: "count" },
      operator: "gte",
      value: 3,
    }),
  },
  {
    key: "lapsed",
    name: "Lapsed buyers",
    description: "Bought before, but not in the last 90 days",
    rules: all(orders("gte", 1), {
      type: "condition",
      attribute: "last_order_at",
      operator: "not_within_last",
      value: 90,
    }),
  },
  {
    key: "best_customers",
    name: "Best customers",
    description: "Champions and loyal customers by recency and frequency",
    rules: all({
      type: "condition",
      attribute: "rfm_group",
      operator: "in",
      value: ["champions", "loyal"],
    }),
  },
  {
    key: "at_risk",
    name: "At risk",
    description: "Used to buy often, but a while ago",
    rules: all({
      type: "condition",
      attribute: "rfm_group",
      operator: "in",
      value: ["at_risk", "cant_lose"],
    }),
  },
  {
    key: "newsletter_without_order",
    name: "Subscribers without an order",
    description: "Reachable by e-mail and never bought",
    rules: all(
      { type: "condition", attribute: "reachable.email", operator: "is_true" },
      orders("eq", 0)
    ),
  },
]
