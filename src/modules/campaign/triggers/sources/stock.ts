import { z } from "@medusajs/framework/zod"
import { EVENT } from "../../../profile/events/tables"
import { cartsWith } from "../../../profile/shop/carts"
import { IDENTITY, PURCHASE } from "../../../profile/tables"
import { PRICE_DIRECTIONS } from "../../../../types/campaign-trigger"
import { MEMBERSHIP, SEGMENT } from "../../../segment/tables"
import { STOCK_CHANGE } from "../../tables"
import { ids, type TriggerSource } from "../source"

const days = z.number().int().min(1).max(365)

const CONTEXT = `
  jsonb_build_object('product_id', c.product_id, 'variant_id', c.variant_id, 'before', c.was, 'after', c.became,
    'change', c.kind, 'currency', c.currency)`

/** People who looked at the product of a change, or put it into a cart, and have not ordered since. */
const interested = (which: string) => `
  select distinct on (e.profile_id, c.product_id) e.profile_id, 'change ' || c.id as key, c.at, ${CONTEXT} as context
  from ${STOCK_CHANGE} c
  join ${EVENT} e on e.name in ('Product Viewed', 'Product Added') and e.profile_id is not null
    and e.at > c.at - make_interval(days => :days) and e.at <= c.at and e.properties ->> 'product_id' = c.product_id
  where c.id > :mark::bigint and c.at >= :live_since::timestamptz and ${which}
    and not exists (select 1 from ${PURCHASE} u where u.profile_id = e.profile_id and u.placed_at > e.at)
  order by e.profile_id, c.product_id, c.id
`

/** Something that was sold out can be had again. */
export const backInStock: TriggerSource<"back_in_stock"> = {
  schema: { products: ids, days },
  mark: "stock_change",
  stock: true,
  find: ({ products, days: back }) => ({
    sql: interested(
      `c.kind = 'stock' and c.was <= 0 and c.became > 0
        and (cardinality(:products::text[]) = 0 or c.product_id = any(:products::text[]))`
    ),
    params: { products, days: back },
  }),
}

/** The price of something that people looked at falls by so many percent or more. */
export const priceDrop: TriggerSource<"price_drop"> = {
  schema: { percent: z.number().int().min(1).max(99), days },
  mark: "stock_change",
  stock: true,
  find: ({ percent, days: back }) => ({
    sql: interested(`c.kind = 'price' and c.became <= c.was * (1 - :percent / 100.0)`),
    params: { percent, days: back },
  }),
}

const CHANGE = {
  down: "c.became <= c.was * (1 - :percent / 100.0)",
  up: "c.became >= c.was * (1 + :percent / 100.0)",
  any: "abs(c.became - c.was) >= c.was * :percent / 100.0",
}

/** A price falls or rises by so many percent or more, for the members of a segment. Variants of a product count as one. */
export const priceChanged: TriggerSource<"price_changed"> = {
  schema: {
    direction: z.enum(PRICE_DIRECTIONS),
    percent: z.number().int().min(1).max(99),
    products: ids,
    segment_id: z.string().max(100),
  },
  mark: "stock_change",
  stock: true,
  uses: ({ segment_id }) => ({ segments: [segment_id] }),
  problem: ({ segment_id }, known) =>
    known.segments.has(segment_id) ? undefined : "Choose the segment whose people come in",
  find: ({ direction, percent, products, segment_id }) => ({
    sql: `
      select m.profile_id, 'change ' || c.id as key, c.at, ${CONTEXT} as context
      from (
        select distinct on (c.product_id) c.*
        from ${STOCK_CHANGE} c
        where c.id > :mark::bigint and c.at >= :live_since::timestamptz and c.kind = 'price' and ${CHANGE[direction]}
          and (cardinality(:products::text[]) = 0 or c.product_id = any(:products::text[]))
        order by c.product_id, c.id
      ) c
      cross join ${MEMBERSHIP} m
      where m.segment_no = (select no from ${SEGMENT} where id = :segment)
    `,
    params: { percent, products, segment: segment_id },
  }),
}

/** Little is left of what lies in somebody's open cart. */
export const lowStock: TriggerSource<"low_stock"> = {
  schema: { left: z.number().int().min(1).max(10_000) },
  mark: "stock_change",
  stock: true,
  find: ({ left }) => ({
    sql: `
      select i.profile_id, 'change ' || c.id as key, c.at, ${CONTEXT} || jsonb_build_object('cart_id', cart.id, 'left', c.became) as context
      from ${STOCK_CHANGE} c
      cross join lateral (${cartsWith("c.variant_id")}) cart
      join ${IDENTITY} i on (i.kind = 'customer' and i.value = cart.customer_id)
        or (cart.customer_id is null and i.kind = 'email' and i.value = lower(btrim(cart.email)))
      where c.id > :mark::bigint and c.at >= :live_since::timestamptz
        and c.kind = 'stock' and c.was > :left and c.became between 1 and :left
    `,
    params: { left },
  }),
}
