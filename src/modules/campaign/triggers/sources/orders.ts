import { z } from "@medusajs/framework/zod"
import type { ItemMoment, OrderMoment, ReturnMoment } from "../../../../types/campaign-trigger"
import { ITEM_MOMENTS, ORDER_STATUSES, RETURN_KINDS } from "../../../../types/campaign-trigger"
import { inCategories } from "../../../profile/shop/catalog"
import { PRODUCT, PROFILE, PURCHASE, PURCHASE_LINE } from "../../../profile/tables"
import type { ShopEvent } from "../../../profile/shop/events"
import { EVENT } from "../../../profile/events/tables"
import { STATUS_CHANGED } from "../../../profile/sql/order-status"
import { inShop, reported } from "../happened"
import { days, ids, type TriggerSource } from "../source"

const EVENT_OF: Record<OrderMoment, ShopEvent> = {
  order_placed: "Order Placed",
  order_paid: "Order Paid",
  order_shipped: "Order Shipped",
  order_delivered: "Order Delivered",
  order_cancelled: "Order Cancelled",
  order_refunded: "Order Refunded",
  return_requested: "Return Requested",
  order_returned: "Order Returned",
  exchange_requested: "Exchange Requested",
  claim_made: "Claim Made",
}
const MOMENT_EVENT: Record<ItemMoment, ShopEvent> = {
  ordered: "Order Placed",
  paid: "Order Paid",
  delivered: "Order Delivered",
}

/** Something becomes of an order. */
export function orderMoment<Moment extends Exclude<OrderMoment, ReturnMoment>>(
  moment: Moment
): TriggerSource<Moment> {
  return { schema: {}, ...inShop(() => ({ names: [EVENT_OF[moment]] })) }
}

/** Something of an order is to come back or has: by itself, for something else, or because it was not as it should be. */
export function returnMoment<Moment extends ReturnMoment>(moment: Moment): TriggerSource<Moment> {
  return {
    schema: { kind: z.enum(RETURN_KINDS).optional() },
    ...inShop<Moment>(({ kind }) => ({
      names: [EVENT_OF[moment]],
      where: kind ? `e.properties ->> 'kind' = :kind` : undefined,
      params: { kind },
    })),
  }
}

const status = z.string().max(40).nullable()

/** The status of an order, of its payment or of its delivery becomes another: from one or any, to one or any. */
export const orderStatus: TriggerSource<"order_status"> = {
  schema: { kind: z.enum(["general", "payment", "fulfillment"]), from: status, to: status },
  mark: "event",
  noted: `select 1 from ${EVENT} e where e.name = '${STATUS_CHANGED}' limit 1`,
  problem: ({ kind, from, to }) => {
    const known: readonly string[] = ORDER_STATUSES[kind]
    const unknown = [from, to].find((one) => one !== null && !known.includes(one))
    return unknown ? `There is no such status as ${unknown}: choose one of the list` : undefined
  },
  find: ({ kind, from, to }) =>
    reported({
      names: [STATUS_CHANGED],
      where: `e.properties ->> 'kind' = :kind and (:from::text is null or e.properties ->> 'from' = :from)
        and (:to::text is null or e.properties ->> 'to' = :to)`,
      params: { kind, from, to },
    }),
}

/** The order of the event `e` has a line of one of some products. */
const withLine = (products: string) => `
  exists (
    select 1
    from ${PURCHASE} u
    join ${PURCHASE_LINE} l on l.purchase_id = u.id
    where u.order_id = e.properties ->> 'order_id' and l.product_no in (${products})
  )`

/** One of some products is ordered, paid or delivered. */
export const itemOrdered: TriggerSource<"item_ordered"> = {
  schema: { products: ids, moment: z.enum(ITEM_MOMENTS) },
  problem: ({ products }) => (products.length ? undefined : "Choose the products"),
  ...inShop(({ products, moment }) => ({
    names: [MOMENT_EVENT[moment]],
    where: withLine(`select d.id from ${PRODUCT} d where d.product_id = any(:products::text[])`),
    params: { products },
  })),
}

/** Something of a category, or of one below it, is ordered, paid or delivered. */
export const categoryOrdered: TriggerSource<"category_ordered"> = {
  schema: { categories: ids, moment: z.enum(ITEM_MOMENTS) },
  problem: ({ categories }) => (categories.length ? undefined : "Choose the categories"),
  ...inShop(({ categories, moment }) => ({
    names: [MOMENT_EVENT[moment]],
    where: withLine(inCategories(":categories::text[]")),
    params: { categories },
  })),
}

/** An order is placed with a promo code: one or any. */
export const promoUsed: TriggerSource<"promo_used"> = {
  schema: { code: z.string().trim().max(200) },
  ...inShop(({ code }) => ({
    names: ["Order Placed"],
    where: `exists (
      select 1 from ${PURCHASE} u
      where u.order_id = e.properties ->> 'order_id'
        and case when :code = '' then cardinality(u.promotions) > 0 else :code = any(u.promotions) end
    )`,
    params: { code },
  })),
}

/** The latest order is so many days ago. Another order starts the count anew. */
export const daysSinceOrder: TriggerSource<"days_since_order"> = {
  schema: { days },
  every: 60_000,
  find: (trigger) => ({
    sql: `
      select p.id as profile_id, 'since order ' || extract(epoch from p.last_order_at)::bigint as key,
        p.last_order_at + make_interval(days => :days) as at,
        jsonb_build_object('last_order_at', p.last_order_at) as context
      from ${PROFILE} p
      where p.last_order_at > :since::timestamptz - make_interval(days => :days)
        and p.last_order_at <= :now::timestamptz - make_interval(days => :days)
        and p.last_order_at >= :live_since::timestamptz - make_interval(days => :days)
    `,
    params: { days: trigger.days },
  }),
}
