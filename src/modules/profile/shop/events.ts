/** What the shop's rows say happened, as events: triggers and rules can name them. Amounts are minor units. */

type Moment = {
  /** SQL of when it happened, over the order `u` and what it is joined with. */
  at: string
  /** SQL that makes the order's id the event's: the same moment is the same event, however often it is read. */
  suffix: string
  /** SQL after `from … u`. */
  join?: string
}

/** A day of a delivery on its way. */
const sent = (at: string, suffix: string): Moment => ({
  at,
  suffix: `'${suffix}' || f.id`,
  join: `
    join order_fulfillment l on l.order_id = u.order_id and l.deleted_at is null
    join fulfillment f on f.id = l.fulfillment_id and f.deleted_at is null and f.canceled_at is null`,
})
const returned = (at: string, suffix: string): Moment => ({
  at,
  suffix: `'${suffix}' || r.id`,
  join: `
    join "return" r on r.order_id = u.order_id and r.deleted_at is null and r.canceled_at is null`,
})

const ORDER_MOMENTS = {
  "Order Placed": { at: "u.placed_at", suffix: "':placed'" },
  "Order Cancelled": { at: "u.canceled_at", suffix: "':cancelled'" },
  // With the latest payment, when nothing more was due: what was given back since is due again in Medusa's summary.
  "Order Paid": {
    at: "t.created_at",
    suffix: "':paid'",
    join: `
    join order_transaction t on t.order_id = u.order_id and t.amount > 0 and t.deleted_at is null
      and not exists (
        select 1 from order_transaction later
        where later.order_id = t.order_id and later.amount > 0 and later.deleted_at is null
          and (later.created_at, later.id) > (t.created_at, t.id)
      )
      and (
        select (s.totals ->> 'pending_difference')::numeric <= (
          select coalesce(sum(-back.amount), 0) from order_transaction back
          where back.order_id = s.order_id and back.amount < 0 and back.deleted_at is null
        )
        from order_summary s where s.order_id = t.order_id and s.deleted_at is null order by s.version desc limit 1
      )`,
  },
  "Order Refunded": {
    at: "t.created_at",
    suffix: "':refunded:' || t.id",
    join: `
    join order_transaction t on t.order_id = u.order_id and t.amount < 0 and t.deleted_at is null`,
  },
  "Order Shipped": sent("f.shipped_at", ":shipped:"),
  "Order Delivered": sent("f.delivered_at", ":delivered:"),
  "Return Requested": returned("coalesce(r.requested_at, r.created_at)", ":return:"),
  "Order Returned": returned("r.received_at", ":returned:"),
} satisfies Record<string, Moment>

/** What the shop reports of its orders and customers. */
export type ShopEvent = keyof typeof ORDER_MOMENTS | "Registered"

const SINCE = ":since::timestamptz"

/** Select of `name`, `at`, `message_id`, `profile_id` and `properties`, from an instant on. */
function ofOrders(name: keyof typeof ORDER_MOMENTS, orders: string, since = SINCE): string {
  const { at, suffix, join = "" }: Moment = ORDER_MOMENTS[name]
  return `
    select '${name}' as name, ${at} as at, u.order_id || ${suffix} as message_id, u.profile_id::float8 as profile_id,
      jsonb_build_object('order_id', u.order_id, 'display_id', u.display_id, 'total', u.net, 'currency', u.currency,
        'items', u.items) as properties
    from ${orders} u ${join}
    where ${at} >= ${since}`
}

/** {@link ofOrders}, of customers with an account. */
const registered = (customers: string, since = SINCE) => `
    select 'Registered' as name, c.created_at as at, c.id || ':registered' as message_id, i.profile_id::float8 as profile_id,
      '{}'::jsonb as properties
    from ${customers} c
    join engage_identity i on i.kind = 'customer' and i.value = c.id
    where c.has_account and c.deleted_at is null and c.created_at >= ${since}`

/** What happened to the orders in the temporary table `pulled`, from `since` on. */
export const ORDER_EVENTS = Object.keys(ORDER_MOMENTS)
  .map((name) =>
    ofOrders(
      name as keyof typeof ORDER_MOMENTS,
      "(select o.* from pulled join engage_purchase o on o.order_id = pulled.id)"
    )
  )
  .join(" union all ")

/** Which customers in the temporary table `pulled` made their account from `since` on. */
export const CUSTOMER_EVENTS = registered(
  "(select k.* from pulled join customer k on k.id = pulled.id)"
)

/**
 * What happened in the shop, before the plugin was there as well as after.
 * @param since - SQL of an instant, included
 */
export function shopHistory(names: ShopEvent[], since = SINCE): string {
  return names
    .map((name) =>
      name === "Registered"
        ? registered("customer", since)
        : ofOrders(name, "engage_purchase", since)
    )
    .join(" union all ")
}

/** Whether a purchase is paid in full. @param purchase - the alias of its row */
export const isPaid = (purchase: string) => `
  exists (${ofOrders("Order Paid", `(select * from engage_purchase where id = ${purchase}.id)`, "'-infinity'::timestamptz")})`
