import type { HasCondition } from "../../../rules/ast"
import type { Collection } from "../../../rules/definitions"
import { comparison, instantAgo, type Params } from "../../../rules/comparison"
import { namesOf, suggestNamed } from "../shop/catalog"
import { family } from "./family"
import { CATALOGUE } from "./catalogue"

/** Order times kept on the profile, latest first: "≥ k orders in N days" is one look at the k-th. */
const KEPT_ORDERS = 10

const ofPerson = (order: string) => `
  select 1 from engage_purchase x
  where x.profile_id = u.profile_id and x.counted and (x.placed_at, x.id) ${order} (u.placed_at, u.id)`

/** A text[] column of purchases as a list attribute. */
const several = (column: string, noun: string) => ({
  type: "list" as const,
  sql: `u.${column}`,
  noun,
  anyOf: (values: string) => `coalesce(u.${column} && ${values}, false)`,
  suggest: `
    select x as value, x as label, count(*)::int as count
    from engage_purchase u, unnest(u.${column}) x
    where :q::text is null or lower(x) like :q
    group by 1 order by 3 desc, 1 limit :limit
  `,
})

const ATTRIBUTES = family("Order", [
  { key: "purchase.total", label: "Order value", type: "money", sql: "u.net_base" },
  {
    key: "purchase.items",
    label: "Items in the order",
    type: "number",
    sql: "u.items",
    nullable: false,
  },
  {
    key: "purchase.first",
    says: ["the person's first order", "not the first order"],
    label: "Is the first order",
    type: "boolean",
    sql: `(u.counted and not exists (${ofPerson("<")}))`,
  },
  {
    key: "purchase.last",
    says: ["the person's latest order", "not the latest order"],
    label: "Is the latest order",
    type: "boolean",
    sql: `(u.counted and not exists (${ofPerson(">")}))`,
  },
  {
    key: "purchase.placed_at",
    label: "Order date",
    type: "date",
    sql: "u.placed_at",
    nullable: false,
  },
  {
    key: "purchase.status",
    label: "Status",
    type: "enum",
    sql: "u.status",
    folded: true,
    nullable: false,
    options: [
      { value: "pending", label: "Pending" },
      { value: "completed", label: "Completed" },
      { value: "archived", label: "Archived" },
      { value: "canceled", label: "Cancelled" },
      { value: "requires_action", label: "Requires action" },
    ],
  },
  {
    key: "purchase.sales_channel",
    label: "Sales channel",
    type: "string",
    sql: "u.sales_channel_id",
    operators: ["in", "not_in", "empty", "not_empty"],
    anyOf: (values) => `u.sales_channel_id = any(${values})`,
    suggest: suggestNamed(
      "sales_channel",
      `select count(*) from engage_purchase u where u.sales_channel_id = s.id`
    ),
    names: namesOf("sales_channel"),
  },
  purchaseText("source_code", "Place or own code", "source_code"),
  purchaseText("utm_source", "UTM source of the order", "utm_source"),
  purchaseText("utm_medium", "UTM medium of the order", "utm_medium"),
  purchaseText("utm_campaign", "UTM campaign of the order", "utm_campaign"),
  purchaseText("device", "Device of the order", "device"),
  {
    key: "purchase.payment",
    label: "Paid with",
    ...several("payment_providers", "payment methods"),
  },
  {
    key: "purchase.shipping",
    label: "Sent by",
    ...several("shipping_methods", "shipping methods"),
  },
  {
    key: "purchase.promotion",
    label: "Promotion used",
    ...several("promotions", "promotions"),
  },
  {
    key: "purchase.discounted",
    says: ["bought with a discount", "bought without a discount"],
    label: "Bought with a discount",
    type: "boolean",
    sql: "(u.discount > 0)",
  },
  {
    key: "purchase.discount_share",
    label: "Discount in percent",
    type: "share",
    sql: "(u.discount::float8 / nullif(u.gross, 0))",
    formula: "Discount ÷ value before discounts",
  },
  {
    key: "purchase.refunded",
    says: ["refunded at least in part", "not refunded"],
    label: "Partly or wholly refunded",
    type: "boolean",
    sql: "(u.refunded > 0)",
  },
  { ...purchaseText("currency", "Currency", "currency"), folded: true, nullable: false },
  { ...purchaseText("country", "Shipping country", "country"), folded: true },
  ...CATALOGUE.map(({ key, label, products, suggest, names }) => ({
    key: `purchase.${key}`,
    label: `${label} in the same order`,
    noun: `contents by ${label.toLowerCase()}`,
    type: "list" as const,
    sql: "u.id",
    anyOf: (values: string) =>
      `u.id in (select x.purchase_id from engage_purchase_line x where x.quantity > 0 and x.product_no in (${products(values)}))`,
    suggest,
    names,
  })),
])

/** Minor units are whole numbers, which a float8 adds exactly up to 2^53, and in half the time of a sum of bigint (a numeric). */
const MEASURES: Collection["measures"] = [
  { fn: "count", label: "Number of orders", type: "number", sql: "count(*)" },
  {
    fn: "sum",
    attribute: "purchase.total",
    label: "Sum of order values",
    type: "money",
    sql: "coalesce(sum(u.net_base::float8), 0)",
  },
  {
    fn: "avg",
    attribute: "purchase.total",
    label: "Average order value",
    type: "money",
    sql: "avg(u.net_base::float8)",
  },
  {
    fn: "min",
    attribute: "purchase.total",
    label: "Smallest order value",
    type: "money",
    sql: "min(u.net_base)",
  },
  {
    fn: "max",
    attribute: "purchase.total",
    label: "Largest order value",
    type: "money",
    sql: "max(u.net_base)",
  },
  {
    fn: "sum",
    attribute: "purchase.items",
    label: "Sum of items",
    type: "number",
    sql: "coalesce(sum(u.items), 0)",
  },
  {
    fn: "days_since",
    label: "Days since the latest order",
    type: "number",
    sql: "((:now::timestamptz at time zone :zone)::date - (max(u.placed_at) at time zone :zone)::date)",
  },
]

/** Orders that count, one by one. */
export const PURCHASES: Collection = {
  key: "purchases",
  label: "Orders",
  group: "Purchases",
  fact: "an order",
  from: "engage_purchase u",
  profile: "u.profile_id",
  at: "u.placed_at",
  filter: "u.counted",
  attributes: ATTRIBUTES,
  measures: MEASURES,
  shortcut,
}

/** Orders whatever became of them, for rules about cancelled or unpaid ones. */
export const ALL_PURCHASES: Collection = {
  ...PURCHASES,
  key: "all_purchases",
  label: "All orders, also cancelled and unpaid",
  fact: "an order, also cancelled or unpaid,",
  filter: undefined,
  shortcut: undefined,
}

function shortcut(has: HasCondition, param: Params): string | undefined {
  if (has.where.some((c) => !c.disabled) || has.measure.fn !== "count") return undefined
  if (has.within.kind === "ever") {
    return comparison(
      { sql: "p.orders", kind: "number", nullable: false },
      has.operator,
      has.value,
      param
    )
  }
  if (has.within.kind !== "last" || typeof has.value !== "number") return undefined
  const least =
    has.operator === "gte" ? has.value : has.operator === "gt" ? has.value + 1 : undefined
  if (least === undefined || !Number.isInteger(least) || least < 1 || least > KEPT_ORDERS)
    return undefined
  return `p.last_orders[${least}] >= ${instantAgo(param, has.within.days!)}`
}

function purchaseText(key: string, label: string, column: string) {
  const sql = `u.${column}`
  return {
    key: `purchase.${key}`,
    label,
    type: "string" as const,
    sql,
    suggest: `
      select ${sql} as value, ${sql} as label, count(*)::int as count
      from engage_purchase u
      where u.counted and ${sql} <> '' and (:q::text is null or lower(${sql}) like :q)
      group by 1 order by 3 desc, 1 limit :limit
    `,
  }
}
