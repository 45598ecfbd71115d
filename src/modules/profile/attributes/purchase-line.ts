import type { HasCondition } from "../../../rules/ast"
import type { Attribute, Collection } from "../../../rules/definitions"
import { instantAgo, type Params } from "../../../rules/comparison"
import { isAbsence, isPresence } from "../../../rules/presence"
import {
  inCategories,
  inCollections,
  namesOf,
  ofTypes,
  SUGGEST_VARIANTS,
  suggestNamed,
  VARIANT_NAMES,
  withTags,
} from "../shop/catalog"
import { family } from "./family"

export const inProducts = (values: string) =>
  `select id from engage_product where product_id = any(${values})`

export const PRODUCT_NAMES = `
  select product_id as value, title as label from engage_product where product_id = any(:values::text[])
`

export const SUGGEST_PRODUCTS = `
  select product_id as value, title as label,
    (select count(*)::int from engage_profile_product b where b.product_no = d.id) as count
  from engage_product d
  where :q::text is null or lower(title) like :q
  order by 3 desc, 2 limit :limit
`

/** Ways to say which products are meant, by what they belong to in the shop's catalogue. */
export const CATALOGUE = [
  {
    key: "product",
    label: "Product",
    products: inProducts,
    suggest: SUGGEST_PRODUCTS,
    names: PRODUCT_NAMES,
  },
  {
    key: "product.category",
    label: "Category",
    formula: "The product is in the category or in one below it, as the shop is arranged today",
    products: inCategories,
    suggest: suggestNamed(
      "category",
      `select count(*) from product_category_product x where x.product_category_id = s.id`
    ),
    names: namesOf("category"),
  },
  {
    key: "product.collection",
    label: "Collection",
    products: inCollections,
    suggest: suggestNamed(
      "collection",
      `select count(*) from product x where x.collection_id = s.id and x.deleted_at is null`
    ),
    names: namesOf("collection"),
  },
  {
    key: "product.tag",
    label: "Product tag",
    products: withTags,
    suggest: suggestNamed(
      "tag",
      `select count(*) from product_tags x where x.product_tag_id = s.id`
    ),
    names: namesOf("tag"),
  },
  {
    key: "product.type",
    label: "Product type",
    products: ofTypes,
    suggest: suggestNamed(
      "type",
      `select count(*) from product x where x.type_id = s.id and x.deleted_at is null`
    ),
    names: namesOf("type"),
  },
]

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
  attributes: ATTRIBUTES,
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
