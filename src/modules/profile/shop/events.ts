/** What the shop's rows say happened, as events: triggers and rules can name them. Amounts are minor units. */

type Moment = {
  /** SQL of when it happened, over the order `u` and what it is joined with. */
  at: string
  /** SQL that makes the order's id the event's: the same moment is the same event, however often it is read. */
  suffix: string
  /** SQL after `from … u`. */
  join?: string
  /** SQL of what is told beside the order, as jsonb; nulls are left out. */
  more?: string
}

/** A day of a delivery on its way. */
const sent = (at: string, suffix: string): Moment => ({
  at,
  suffix: `'${suffix}' || f.id`,
  join: `
    join order_fulfillment l on l.order_id = u.order_id and l.deleted_at is null
    join fulfillment f on f.id = l.fulfillment_id and f.deleted_at is null and f.canceled_at is null`,
})
/** Why something came or comes back: the first reason that was chosen, and the first note. */
const RETURN_REASON = (returned: string) => `
  left join lateral (
    select min(s.label) as reason, min(nullif(btrim(i.note), '')) as note
    from return_item i
    left join return_reason s on s.id = i.reason_id
    where i.return_id = ${returned} and i.deleted_at is null
  ) why on true`
const returned = (at: string, suffix: string): Moment => ({
  at,
  suffix: `'${suffix}' || r.id`,
  join: `
    join "return" r on r.order_id = u.order_id and r.deleted_at is null and r.canceled_at is null${RETURN_REASON("r.id")}`,
  more: `'return_id', r.id, 'reason', why.reason, 'note', why.note,
    'kind', case when r.exchange_id is not null then 'exchange' when r.claim_id is not null then 'claim' else 'return' end`,
})
/**
 * An exchange or a claim of an order, once it is confirmed: goods come back for others, or are replaced or paid back.
 * Others have not been asked for in earnest yet.
 */
const swapped = (kind: "exchange" | "claim", suffix: string, more: string): Moment => ({
  at: "g.confirmed_at",
  suffix: `'${suffix}' || x.id`,
  join: `
    join order_${kind} x on x.order_id = u.order_id and x.deleted_at is null and x.canceled_at is null
    join order_change g on g.${kind}_id = x.id and g.change_type = '${kind}' and g.confirmed_at is not null and g.deleted_at is null
    ${RETURN_REASON("x.return_id")}`,
  more: `${more}, 'reason', why.reason, 'note', why.note`,
})

/**
 * Medusa keeps no reason of a cancellation and not who made it, but for whom it was who paid back; shops that know more
 * write it into the order's metadata.
 */
const CANCELLED: Moment = {
  at: "u.canceled_at",
  suffix: "':cancelled'",
  join: `
    left join "order" o on o.id = u.order_id
    left join lateral (
      select coalesce(nullif(btrim(coalesce(s.first_name, '') || ' ' || coalesce(s.last_name, '')), ''), s.email, b.created_by) as name
      from order_payment_collection l
      join payment p on p.payment_collection_id = l.payment_collection_id
      join refund b on b.payment_id = p.id and b.created_by is not null
        and b.created_at between u.canceled_at - interval '5 minutes' and u.canceled_at + interval '5 minutes'
      left join "user" s on s.id = b.created_by
      where l.order_id = u.order_id and l.deleted_at is null
      order by b.created_at
      limit 1
    ) paid_back on true`,
  more: `'reason', coalesce(o.metadata ->> 'cancel_reason', o.metadata ->> 'cancellation_reason'),
    'canceled_by', coalesce(o.metadata ->> 'canceled_by', paid_back.name)`,
}

const ORDER_MOMENTS = {
  "Order Placed": { at: "u.placed_at", suffix: "':placed'" },
  "Order Cancelled": CANCELLED,
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
  "Exchange Requested": swapped("exchange", ":exchange:", "'exchange_id', x.id"),
  "Claim Made": swapped("claim", ":claim:", "'claim_id', x.id, 'kind', x.type::text"),
} satisfies Record<string, Moment>

/** What the shop reports of its orders and customers. */
export type ShopEvent = keyof typeof ORDER_MOMENTS | "Registered"

const SINCE = ":since::timestamptz"

/** Select of `name`, `at`, `message_id`, `profile_id` and `properties`, from an instant on. */
function ofOrders(name: keyof typeof ORDER_MOMENTS, orders: string, since = SINCE): string {
  const { at, suffix, join = "", more }: Moment = ORDER_MOMENTS[name]
  return `
    select '${name}' as name, ${at} as at, u.order_id || ${suffix} as message_id, u.profile_id::float8 as profile_id,
      jsonb_build_object('order_id', u.order_id, 'display_id', u.display_id, 'total', u.net, 'currency', u.currency,
        'items', u.items)${more ? ` || jsonb_strip_nulls(jsonb_build_object(${more}))` : ""} as properties
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
