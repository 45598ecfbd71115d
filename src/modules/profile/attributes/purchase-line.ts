import type { HasCondition } from "../../../rules/ast"
import type { Attribute, Collection } from "../../../rules/definitions"
import { instantAgo, type Params } from "../../../rules/comparison"
import { isAbsence, isPresence } from "../../../rules/presence"
import { SUGGEST_VARIANTS, VARIANT_NAMES } from "../shop/catalog"
import { CATALOGUE } from "./catalogue"
import { family } from "./family"
import { PURCHASES } from "./purchase"

const ATTRIBUTES: Attribute[] = family("Product", [
  ...CATALOGUE.map(({ products, ...entry }) => ({
    ...entry,
    type: "string" as const,
    sql: "l.product_no",
    operators: ["in", "not_in"] as const,
    anyOf: (values: string) => `coalesce(l.product_no in (${products(values)}), false)`,
    nullable: false,
  })),
  {
    key: "product.variant",
    label: "Variant",
    type: "string",
    sql: "l.variant_id",
    operators: ["in", "not_in"],
    anyOf: (values) => `l.variant_id = any(${values})`,
    suggest: SUGGEST_VARIANTS,
    names: VARIANT_NAMES,
  },
  {
    key: "product.title",
    label: "Product name",
    type: "string",
    sql: "coalesce(l.title, (select d.title from engage_product d where d.id = l.product_no))",
    suggestions: false,
  },
  {
    key: "product.quantity",
    label: "Quantity in the order",
    type: "number",
    sql: "l.quantity",
    nullable: false,
  },
  {
    key: "product.price",
    label: "Price per piece",
    type: "money",
    sql: "(l.net / nullif(l.quantity, 0))",
    formula: "What was paid for the line ÷ its quantity",
  },
  {
    key: "product.value",
    label: "Value of the line",
    type: "money",
    sql: "l.net",
    nullable: false,
  },
])

/** Lines of orders that count: what was bought. */
export const PURCHASE_LINES: Collection = {
  key: "products",
  label: "Products bought",
  group: "Purchases",
  fact: "a product bought",
  from: "engage_purchase u join engage_purchase_line l on l.purchase_id = u.id",
  profile: "u.profile_id",
  at: "u.placed_at",
  filter: "u.counted and l.quantity > 0",
  // The order of a line is there under the same alias, with all that can be asked of it.
  attributes: [...ATTRIBUTES, ...PURCHASES.attributes],
  measures: [
    {
      fn: "count",
      label: "Number of orders with the product",
      type: "number",
      sql: "count(distinct u.id)",
    },
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
    {
      fn: "days_since",
      label: "Days since the product was last bought",
      type: "number",
      sql: "((:now::timestamptz at time zone :zone)::date - (max(u.placed_at) at time zone :zone)::date)",
    },
  ],
  shortcut,
}

/** "Bought any of these (in the last N days)" and "never bought" are answered by who-bought-what, one row a pair. */
function shortcut(has: HasCondition, param: Params): string | undefined {
  const where = has.where.filter((c) => !c.disabled)
  if (where.length !== 1 || where[0].operator !== "in") return undefined
  const products = CATALOGUE.find((entry) => entry.key === where[0].attribute)?.products
  if (!products || has.within.kind === "between" || !(isPresence(has) || isAbsence(has)))
    return undefined
  const bought = `b.product_no in (${products(`${param(where[0].value)}::text[]`)})`
  const since =
    has.within.kind === "last" ? ` and b.last_at >= ${instantAgo(param, has.within.days!)}` : ""
  const not = isAbsence(has) ? "not " : ""
  return `p.id ${not}in (select b.profile_id from engage_profile_product b where ${bought}${since})`
}
