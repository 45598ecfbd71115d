import type { ValueType } from "../../../rules/ast"
import type { MetricValue } from "../../../types/profile"

export type MetricDefinition = {
  key: string
  label: string
  /** How it is computed, in words a shop owner can check. */
  formula: string
  type: ValueType
  unit: MetricValue["unit"]
  /** Expression over `engage_profile p`; may use `:now` and `:zone`. */
  sql: string
  nullable: boolean
  /** What it is called in a sentence, where the label alone would not read well. */
  noun?: string
}

const metric = (
  key: string,
  label: string,
  type: ValueType,
  unit: MetricValue["unit"],
  sql: string,
  nullable: boolean,
  formula: string,
  noun?: string
): MetricDefinition => ({ key, label, formula, type, unit, sql, nullable, noun })

const days = (column: string) =>
  `((:now::timestamptz at time zone :zone)::date - (${column} at time zone :zone)::date)`

/** Every metric of a profile, in the order to show them. */
export const METRICS: MetricDefinition[] = [
  metric(
    "orders",
    "Orders",
    "number",
    "count",
    "p.orders",
    false,
    "Number of orders that count: no drafts, none cancelled",
    "number of orders"
  ),
  metric(
    "revenue",
    "Revenue",
    "money",
    "money",
    "p.revenue",
    false,
    "Sum of what the orders brought: items after discounts, with tax, less refunds"
  ),
  metric("aov", "Average order value", "money", "money", "p.aov", true, "Revenue ÷ orders"),
  metric(
    "items",
    "Items bought",
    "number",
    "count",
    "p.items",
    false,
    "Sum of quantities, less what was returned",
    "number of items bought"
  ),
  metric(
    "first_order_at",
    "First order",
    "date",
    "date",
    "p.first_order_at",
    true,
    "Time of the earliest order"
  ),
  metric(
    "last_order_at",
    "Last order",
    "date",
    "date",
    "p.last_order_at",
    true,
    "Time of the latest order"
  ),
  metric(
    "days_since_order",
    "Days since last order",
    "number",
    "days",
    days("p.last_order_at"),
    true,
    "Whole days from the latest order to today, in the shop's time zone",
    "time since the last order in days"
  ),
  metric(
    "avg_gap_days",
    "Average days between orders",
    "number",
    "days",
    "p.avg_gap_days",
    true,
    "(Last order − first order) ÷ (orders − 1), from two orders on",
    "average time between orders in days"
  ),
  metric(
    "discount_share",
    "Discount share",
    "share",
    "share",
    "(p.discount::float8 / nullif(p.gross, 0))",
    true,
    "Discounts ÷ value before discounts"
  ),
  metric(
    "refunded",
    "Refunded value",
    "money",
    "money",
    "p.refunded",
    false,
    "Sum of refunds and returned items of orders that count"
  ),
  metric(
    "cancelled",
    "Cancelled value",
    "money",
    "money",
    "p.cancelled",
    false,
    "Sum of what cancelled orders would have brought"
  ),
  metric(
    "cancelled_orders",
    "Cancelled orders",
    "number",
    "count",
    "p.cancelled_orders",
    false,
    "Number of cancelled orders",
    "number of cancelled orders"
  ),
  metric(
    "r",
    "Recency score",
    "number",
    "score",
    "p.r",
    true,
    "1 to 5 by days since the last order among all buyers of the last 365 days; 5 is most recent"
  ),
  metric(
    "f",
    "Frequency score",
    "number",
    "score",
    "p.f",
    true,
    "1 to 5 by orders in the last 365 days among all buyers; 5 is most"
  ),
  metric(
    "m",
    "Money score",
    "number",
    "score",
    "p.m",
    true,
    "1 to 5 by revenue in the last 365 days among all buyers; 5 is most"
  ),
  metric(
    "rfm_group",
    "RFM group",
    "enum",
    "label",
    "p.rfm_group",
    false,
    "Named by the recency and frequency scores",
    "RFM group"
  ),
]
