import { z } from "@medusajs/framework/zod"
import type { Delay } from "../../../../types/campaign-trigger"
import { EVENT } from "../../../profile/events/tables"
import { quietCarts } from "../../../profile/shop/carts"
import { PURCHASE } from "../../../profile/tables"
import { personOf } from "../person-of"
import { LOOKED_FOR } from "../looked-for"
import { inCategory } from "./site"
import { delay, ids, MINUTE_MS, type TriggerSource } from "../source"

const UNIT_MIN = { minutes: 1, hours: 60, days: 1_440 }
const minutesOf = ({ amount, unit }: Delay) => amount * UNIT_MIN[unit]
const LATER = "make_interval(mins => :minutes)"
/** The time of the oldest event in question. Said beside what follows from it, it leaves the months before alone. */
const SINCE = `(:since::timestamptz - ${LATER})`

/** Nothing happens with a full cart for some time, and nothing is ordered. Each cart counts once. */
export const cartAbandoned: TriggerSource<"cart_abandoned"> = {
  schema: { after: delay, min_value: z.number().int().min(0).nullable() },
  every: MINUTE_MS,
  find: ({ after, min_value }) => ({
    sql: `
      select i.profile_id, 'cart ' || c.id as key, c.last_at + ${LATER} as at,
        jsonb_build_object('cart_id', c.id, 'value', c.value, 'currency', c.currency, 'items', c.items, 'product_id', c.product_id)
          as context
      from (${quietCarts(`:since::timestamptz - ${LATER}`, `:now::timestamptz - ${LATER}`)}) c
      join lateral (${personOf("c.customer_id", "c.email")}) i on true
      where c.last_at + ${LATER} >= :live_since::timestamptz and c.value >= :min_value::bigint
        and not exists (
          select 1 from ${PURCHASE} u where u.profile_id = i.profile_id and u.placed_at > c.last_at - interval '1 minute'
        )
    `,
    params: { minutes: minutesOf(after), min_value: min_value ?? 0 },
  }),
}

const VIEWS = {
  product: ["Product Viewed"],
  category: ["Product List Viewed"],
  any: ["Product Viewed", "Product List Viewed"],
}

/** Somebody looks at something and then neither looks on nor puts anything into the cart nor orders. */
export const browseAbandoned: TriggerSource<"browse_abandoned"> = {
  schema: {
    what: z.enum(["product", "category", "any"]),
    after: delay,
    min_views: z.number().int().min(1).max(100),
    min_seconds: z.number().int().min(1).max(3_600).optional(),
    categories: ids.optional(),
  },
  every: MINUTE_MS,
  find: ({ what, after, min_views, min_seconds = 0, categories = [] }) => ({
    sql: `
      select e.profile_id, 'view ' || e.id as key, e.at + ${LATER} as at,
        e.properties || jsonb_build_object('event', e.name) as context
      from ${EVENT} e
      where e.name = any(:views::text[]) and e.profile_id is not null
        and (e.name = 'Product Viewed' or ${inCategory("e", ":categories::text[]")})
        and e.at > ${SINCE} and e.at <= :now::timestamptz - ${LATER}
        and e.at >= :live_since::timestamptz - ${LATER}
        and not exists (
          select 1 from ${EVENT} l
          where l.profile_id = e.profile_id and l.at > e.at and l.at > ${SINCE} and l.name in (
            'Product Viewed', 'Product List Viewed', 'Product Added', 'Cart Viewed', 'Checkout Started', 'Order Placed'
          )
        )
        and (:min_views::int = 1 or (
          select count(*) from ${EVENT} v
          where v.profile_id = e.profile_id and v.at between e.at - interval '7 days' and e.at and v.name = e.name
            and v.at > ${SINCE} - interval '7 days'
            and v.properties ->> 'product_id' is not distinct from e.properties ->> 'product_id'
            and v.properties ->> 'category' is not distinct from e.properties ->> 'category'
        ) >= :min_views::int)
        and (:min_seconds::int = 0 or ${LOOKED_FOR("e")} >= :min_seconds::int)
    `,
    params: { views: VIEWS[what], minutes: minutesOf(after), min_views, min_seconds, categories },
  }),
}
