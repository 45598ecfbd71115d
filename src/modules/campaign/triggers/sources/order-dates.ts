import { z } from "@medusajs/framework/zod"
import { ORDER_DAYS, type OrderDay } from "../../../../types/campaign-trigger"
import { type ShopEvent, isPaid, shopHistory } from "../../../profile/shop/events"
import { EXPECTED_ORDER_AT, EXPECTED_ORDER_SURE } from "../../../profile/metrics/rhythm"
import { PROFILE, PURCHASE } from "../../../profile/tables"
import { onDay as peopleOnDay } from "../on-day"
import { CALENDAR_MS, days, onDay, type TriggerSource } from "../source"

const RECEIPT: Record<"paid" | "delivered", ShopEvent> = {
  paid: "Order Paid",
  delivered: "Order Delivered",
}
const EARLIER = ":since::timestamptz - make_interval(days => :days)"

/** The latest order that was paid, or that arrived, did so so many days ago. Another one starts the count anew. */
export const daysSinceReceipt: TriggerSource<"days_since_receipt"> = {
  schema: { days, of: z.enum(["paid", "delivered"]) },
  every: CALENDAR_MS,
  find: (trigger) => ({
    sql: `
      select profile_id, 'since receipt ' || message_id as key, at + make_interval(days => :days) as at, properties as context
      from (
        select distinct on (e.profile_id) e.profile_id::bigint as profile_id, e.message_id, e.at, e.properties
        from (${shopHistory([RECEIPT[trigger.of]], EARLIER)}) e
        where e.profile_id is not null and e.at <= :now::timestamptz
        order by e.profile_id, e.at desc
      ) latest
      where at > ${EARLIER} and at <= :now::timestamptz - make_interval(days => :days)
        and at >= :live_since::timestamptz - make_interval(days => :days)
    `,
    params: { days: trigger.days },
  }),
}

const MOMENT: Record<Exclude<OrderDay, "field">, ShopEvent> = {
  placed: "Order Placed",
  paid: "Order Paid",
  shipped: "Order Shipped",
  delivered: "Order Delivered",
}
/** So early must be what comes up in the window, wherever the person lives. */
const EARLIEST = ":since::timestamptz - make_interval(days => :offset + 2)"
const CONTEXT = `jsonb_build_object('order_id', u.order_id, 'display_id', u.display_id, 'total', u.net, 'currency', u.currency,
  'items', u.items)`

/** Select of `purchase`, `zone` and `day`, which is an instant or, from a field, a date. */
const daysOf = (of: OrderDay) =>
  of === "field"
    ? `
      select u.order_id, case
        when u.custom ->> :field ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then (u.custom ->> :field)::date::timestamp at time zone 'UTC'
      end as at, 'UTC' as zone
      from ${PURCHASE} u
      where jsonb_exists(u.custom, :field)`
    : `
      select e.properties ->> 'order_id' as order_id, e.at, null as zone
      from (${shopHistory([MOMENT[of]], EARLIEST)}) e`

/** A day of an order: of one of its moments, or in a field of the shop's own. Cancelled orders have none. */
export const orderDate: TriggerSource<"order_date"> = {
  schema: { ...onDay, of: z.enum(ORDER_DAYS), field: z.string().max(100), paid: z.boolean() },
  every: CALENDAR_MS,
  problem: ({ of, field }) =>
    of === "field" && !field ? "Choose the field with the date" : undefined,
  find: ({ of, field, offset, time, paid }) => ({
    sql: `
      select profile_id, key, at, context
      from (
        select u.profile_id, 'day of ' || u.order_id || ' ' || d.day as key,
          (d.day + :offset::int + :time::time) at time zone coalesce(p.time_zone, :zone) as at,
          ${CONTEXT} || jsonb_build_object('date', d.day) as context
        from (${daysOf(of)}) o
        join ${PURCHASE} u on u.order_id = o.order_id and u.canceled_at is null
        join ${PROFILE} p on p.id = u.profile_id
        cross join lateral (select (o.at at time zone coalesce(o.zone, p.time_zone, :zone))::date as day) d
        where d.day between (${EARLIEST})::date and (:now::timestamptz - make_interval(days => :offset - 2))::date
          ${paid ? `and ${isPaid("u")}` : ""}
      ) f
      where at > :since::timestamptz and at <= :now::timestamptz and at >= :live_since::timestamptz
    `,
    params: { field, offset, time },
  }),
}

/** Only of people whose day may be in the window it is looked how sure it is. */
const NEAR = `p.last_order_at + make_interval(days => round(p.median_gap_days)::int + :offset::int)
  between :since::timestamptz - interval '3 days' and :now::timestamptz + interval '3 days'`

/** The day on which the next order is due by the person's own usual time between orders. */
export const orderExpected: TriggerSource<"order_expected"> = {
  schema: {
    ...onDay,
    min_orders: z.number().int().min(2).max(50),
    min_confidence: z.number().int().min(0).max(99).optional(),
  },
  every: CALENDAR_MS,
  find: (trigger) =>
    peopleOnDay(
      "next order",
      `case when p.orders >= :min_orders and ${NEAR} then
        case when :min_confidence::int = 0 or ${EXPECTED_ORDER_SURE} * 100 >= :min_confidence::int
        then ((${EXPECTED_ORDER_AT}) at time zone coalesce(p.time_zone, :zone))::date end
      end`,
      trigger,
      false,
      { min_orders: trigger.min_orders, min_confidence: trigger.min_confidence ?? 0 }
    ),
}
