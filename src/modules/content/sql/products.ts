import { CART_OF_PROFILE, CATEGORIES_OF_PRODUCT } from "../../profile/shop/offers"
import { PRODUCT, PROFILE_PRODUCT, PURCHASE, PURCHASE_LINE } from "../../profile/tables"
import { EVENT } from "../../profile/events/tables"

/** So many of a person's latest looks at products are gone through. */
const VIEWS = 100

/** What sold most pieces in the last 90 days before the latest order, with its categories. */
export const BEST_SELLERS = `
  with sold as (
    select l.product_no, sum(l.quantity) as pieces
    from ${PURCHASE} u
    join ${PURCHASE_LINE} l on l.purchase_id = u.id
    where u.counted and l.product_no is not null
      and u.placed_at > (select max(placed_at) from ${PURCHASE}) - interval '90 days'
    group by l.product_no
    order by pieces desc, l.product_no
    limit :limit
  )
  select d.product_id, coalesce((${CATEGORIES_OF_PRODUCT}), '{}') as categories
  from sold join ${PRODUCT} d on d.id = sold.product_no
  order by sold.pieces desc, d.id
`

const LAST_VIEWED = `
  select array_agg(v.product_id order by v.at desc)
  from (
    select e.properties ->> 'product_id' as product_id, max(e.at) as at
    from (
      select e.at, e.name, e.properties from ${EVENT} e
      where e.profile_id = who.profile_id and e.name = 'Product Viewed'
      order by e.at desc limit ${VIEWS}
    ) e
    group by 1
  ) v
  where v.product_id is not null
`

const LAST_ORDER = `
  select array_agg(d.product_id order by l.line_id)
  from (
    select o.id from ${PURCHASE} o
    where o.profile_id = who.profile_id and o.counted
    order by o.placed_at desc, o.id desc limit 1
  ) o
  join ${PURCHASE_LINE} l on l.purchase_id = o.id
  join ${PRODUCT} d on d.id = l.product_no
`

/** The three categories that a person cares for most, the strongest first. */
const TOP_CATEGORIES = `
  select array_agg(i.ref order by i.rank)
  from engage_interest i
  where i.profile_id = who.profile_id and i.kind = 'category' and i.rank <= 3 and i.score > 0
`

const BOUGHT = `
  select array_agg(d.product_id)
  from ${PRODUCT} d
  join ${PROFILE_PRODUCT} pp on pp.product_no = d.id and pp.profile_id = who.profile_id
  where d.product_id = any(:best::text[])
`

/** What each column of {@link productsOfPeople} holds; `who` is the person. */
const COLUMNS = {
  last_viewed: { last_viewed: LAST_VIEWED },
  cart: { cart: CART_OF_PROFILE },
  last_order: { last_order: LAST_ORDER },
  top_interest: { categories: TOP_CATEGORIES, bought: BOUGHT },
}

/** A source that differs from person to person. */
export type PersonalSource = keyof typeof COLUMNS

/** Ids of products by source for each `profile_id` that `people` selects; only of the sources asked for. */
export function productsOfPeople(people: string, sources: PersonalSource[]): string {
  const columns = sources.flatMap((source) =>
    Object.entries(COLUMNS[source]).map(([name, sql]) => `(${sql}) as ${name}`)
  )
  return `select who.profile_id::float8 as profile_id, ${columns.join(", ")} from (${people}) who`
}
