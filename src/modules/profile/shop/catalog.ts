/**
 * What products belong to, looked up in the shop at the moment of the question: a product that changes its category
 * changes every answer at once, and nothing has to be kept in step.
 */

/** The numbers of our products that belong to any of the things in `values` (a text[] parameter), as a select. */
const productsOf = (from: string, values: string) => `
  select d.id from engage_product d ${from} any(${values})`

/** Products of a category or of any category below it. */
export const inCategories = (values: string) =>
  productsOf(
    `join product_category_product cp on cp.product_id = d.product_id
      join product_category own on own.id = cp.product_category_id and own.deleted_at is null
      join product_category top on top.deleted_at is null and (own.id = top.id or own.mpath like top.mpath || '.%')
    where top.id =`,
    values
  )

/**
 * What storefronts may call a category or one below it by: its id, name or handle, as a select of texts.
 * @param values - SQL of a text[] of ids, names or handles
 */
export const categoryWords = (values: string) => `
  select unnest(array[own.id, own.name, own.handle])
  from product_category top
  join product_category own on own.deleted_at is null and (own.id = top.id or own.mpath like top.mpath || '.%')
  where top.deleted_at is null and (top.id = any(${values}) or top.name = any(${values}) or top.handle = any(${values}))
`

export const inCollections = (values: string) =>
  productsOf(`join product s on s.id = d.product_id where s.collection_id =`, values)

export const ofTypes = (values: string) =>
  productsOf(`join product s on s.id = d.product_id where s.type_id =`, values)

export const withTags = (values: string) =>
  productsOf(`join product_tags t on t.product_id = d.product_id where t.product_tag_id =`, values)

type Named = { table: string; label: string }

const NAMED = {
  category: { table: "product_category", label: "name" },
  collection: { table: "product_collection", label: "title" },
  type: { table: "product_type", label: "value" },
  tag: { table: "product_tag", label: "value" },
  variant: { table: "product_variant", label: "title" },
  sales_channel: { table: "sales_channel", label: "name" },
  customer_group: { table: "customer_group", label: "name" },
} satisfies Record<string, Named>

/** Lists things of the shop by name for the builder; `count` tells how many purchases or people each has. */
export function suggestNamed(kind: keyof typeof NAMED, count: string): string {
  const { table, label } = NAMED[kind]
  return `
    select s.id as value, s.${label} as label, (${count})::int as count
    from ${table} s
    where s.deleted_at is null and (:q::text is null or lower(s.${label}) like :q)
    order by 3 desc, 2 limit :limit
  `
}

/** What the ids in `:values` are called. */
export function namesOf(kind: keyof typeof NAMED): string {
  const { table, label } = NAMED[kind]
  return `select s.id as value, s.${label} as label from ${table} s where s.id = any(:values::text[])`
}

/** Variants by the product's title and their own. */
export const SUGGEST_VARIANTS = `
  select v.id as value, d.title || ' – ' || v.title as label, count(l.line_id)::int as count
  from product_variant v
  join product d on d.id = v.product_id and d.deleted_at is null
  left join engage_purchase_line l on l.variant_id = v.id
  where v.deleted_at is null and (:q::text is null or lower(d.title || ' ' || v.title) like :q)
  group by v.id, d.title, v.title order by 3 desc, 2 limit :limit
`

export const VARIANT_NAMES = `
  select v.id as value, d.title || ' – ' || v.title as label
  from product_variant v join product d on d.id = v.product_id
  where v.id = any(:values::text[])
`

/** Whether the profile `p` has a customer in any of the Medusa customer groups in `values`. */
export const inCustomerGroups = (values: string) => `
  p.id in (select i.profile_id from customer_group_customer g
    join engage_identity i on i.kind = 'customer' and i.value = g.customer_id
    where g.deleted_at is null and g.customer_group_id = any(${values}))`
