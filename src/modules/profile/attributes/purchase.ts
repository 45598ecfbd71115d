import type { HasCondition } from "../../../rules/ast"
import { isAbsence, isPresence } from "../../../rules/compile"
import type { Collection } from "../../../rules/definitions"
import { comparison, type Params } from "../../../rules/comparison"
import { family } from "./family"

/** Order times kept on the profile, latest first: "≥ k orders in N days" is one look at the k-th. */
const KEPT_ORDERS = 10

const PURCHASE_ATTRIBUTES = family("Order", [
  { key: "purchase.total", label: "Order value", type: "money", sql: "u.net_base" },
  {
    key: "purchase.items",
    label: "Items in the order",
    type: "number",
    sql: "u.items",
    nullable: false,
  },
  {
    key: "purchase.discounted",
    says: ["bought with a discount", "bought without a discount"],
    label: "Bought with a discount",
    type: "boolean",
    sql: "(u.discount > 0)",
  },
  {
    key: "purchase.refunded",
    says: ["refunded at least in part", "not refunded"],
    label: "Partly or wholly refunded",
    type: "boolean",
    sql: "(u.refunded > 0)",
  },
  {
    key: "purchase.currency",
    label: "Currency",
    type: "string",
    sql: "u.currency",
    folded: true,
    nullable: false,
    suggest: purchaseValues("u.currency"),
  },
  {
    key: "purchase.country",
    label: "Shipping country",
    type: "string",
    sql: "u.country",
    folded: true,
    suggest: purchaseValues("u.country"),
  },
])

/** Orders that count, one by one. */
export const PURCHASES: Collection = {
  key: "purchases",
  label: "Orders",
  group: "Purchases",
  from: "engage_purchase u",
  profile: "u.profile_id",
  at: "u.placed_at",
  filter: "u.counted",
  attributes: PURCHASE_ATTRIBUTES,
  measures: [
    { fn: "count", label: "Number of orders", type: "number", sql: "count(*)" },
    {
      fn: "sum",
      attribute: "purchase.total",
      label: "Sum of order values",
      type: "money",
      sql: "coalesce(sum(u.net_base), 0)",
    },
    {
      fn: "avg",
      attribute: "purchase.total",
      label: "Average order value",
      type: "money",
      sql: "avg(u.net_base)",
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
  ],
  shortcut: purchaseShortcut,
}

/** Lines of orders that count: what was bought. */
export const PURCHASE_LINES: Collection = {
  key: "products",
  label: "Products bought",
  group: "Purchases",
  from: "engage_purchase u join engage_purchase_line l on l.purchase_id = u.id",
  profile: "u.profile_id",
  at: "u.placed_at",
  filter: "u.counted and l.quantity > 0",
  attributes: family("Product", [
    {
      key: "product",
      label: "Product",
      type: "string",
      sql: "l.product_no",
      nullable: false,
      operators: ["in", "not_in"],
      anyOf: (values) =>
        `l.product_no in (select id from engage_product where product_id = any(${values}))`,
      suggest: `
        select product_id as value, title as label,
          (select count(*)::int from engage_profile_product b where b.product_no = d.id) as count
        from engage_product d
        where :q::text is null or lower(title) like :q
        order by 3 desc, 2 limit :limit
      `,
    },
    {
      key: "product.quantity",
      label: "Quantity in the order",
      type: "number",
      sql: "l.quantity",
      nullable: false,
    },
    {
      key: "product.value",
      label: "Value of the line",
      type: "money",
      sql: "l.net",
      nullable: false,
    },
  ]),
  measures: [
    { fn: "count", label: "Number of orders with it", type: "number", sql: "count(distinct u.id)" },
    {
      fn: "sum",
      attribute: "product.quantity",
      label: "Quantity bought",
      type: "number",
      sql: "coalesce(sum(l.quantity), 0)",
    },
    {
      fn: "sum",
      attribute: "product.value",
      label: "Value bought",
      type: "money",
      sql: "coalesce(sum(l.net), 0)",
    },
  ],
  shortcut: productShortcut,
}

function purchaseShortcut(has: HasCondition, param: Params): string | undefined {
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
  return `p.last_orders[${least}] >= :now::timestamptz - make_interval(days => ${param(has.within.days)}::int)`
}

/** "Bought any of these (in the last N days)" and "never bought" are answered by who-bought-what, one row a pair. */
function productShortcut(has: HasCondition, param: Params): string | undefined {
  const where = has.where.filter((c) => !c.disabled)
  const plain = where.length === 1 && where[0].attribute === "product" && where[0].operator === "in"
  if (!plain || has.within.kind === "between" || !(isPresence(has) || isAbsence(has)))
    return undefined
  const bought = `b.product_no in (select id from engage_product where product_id = any(${param(where[0].value)}::text[]))`
  const since =
    has.within.kind === "last"
      ? ` and b.last_at >= :now::timestamptz - make_interval(days => ${param(has.within.days)}::int)`
      : ""
  const not = isAbsence(has) ? "not " : ""
  return `p.id ${not}in (select b.profile_id from engage_profile_product b where ${bought}${since})`
}

function purchaseValues(sql: string): string {
  return `
    select ${sql} as value, ${sql} as label, count(*)::int as count
    from engage_purchase u
    where u.counted and ${sql} <> '' and (:q::text is null or lower(${sql}) like :q)
    group by 1 order by 3 desc, 1 limit :limit
  `
}
