/**
 * An independent count of every buyer's facts, straight from Medusa's tables: written apart from the plugin's own SQL, so
 * that a mistake in one does not hide in the other. Amounts in minor units of euro; only for shops without taxes.
 */
export const FACTS_FROM_SCRATCH = `
  with real_orders as (
    select o.*, coalesce(lower(c.email), lower(o.email)) as person
    from "order" o left join customer c on c.id = o.customer_id and c.deleted_at is null
    where o.deleted_at is null and o.is_draft_order is not true and o.status <> 'draft' and o.currency_code = 'eur'
  ), value as (
    select o.id, o.person, o.status, o.created_at,
      (select coalesce(sum(coalesce(i.unit_price, l.unit_price) * i.quantity), 0)
       from order_item i join order_line_item l on l.id = i.item_id
       where i.order_id = o.id and i.version = o.version and i.deleted_at is null) as gross,
      (select coalesce(sum(i.quantity), 0) from order_item i
       where i.order_id = o.id and i.version = o.version and i.deleted_at is null) as items,
      (select coalesce(-sum(t.amount), 0) from order_transaction t
       where t.order_id = o.id and t.amount < 0 and t.deleted_at is null) as refunded
    from real_orders o
  )
  select person as email,
    count(*) filter (where status <> 'canceled')::int as orders,
    round(coalesce(sum(gross - refunded) filter (where status <> 'canceled'), 0) * 100)::int as revenue,
    coalesce(sum(items) filter (where status <> 'canceled'), 0)::int as items,
    round(coalesce(sum(refunded) filter (where status <> 'canceled'), 0) * 100)::int as refunded,
    round(coalesce(sum(gross) filter (where status = 'canceled'), 0) * 100)::int as cancelled,
    max(created_at) filter (where status <> 'canceled') as last_order_at
  from value
  group by person
  order by person
`

/** The same as the plugin keeps it. */
export const OUR_FACTS = `
  select email, orders, revenue::int, items, refunded::int, cancelled::int, last_order_at
  from engage_profile
  where orders + cancelled_orders > 0
  order by email
`

/** What people are looked up by, and what their profiles say: nothing when both agree. */
export const SEARCH_DRIFT = `
  (select id, email, phone, first_name, last_name from engage_profile
   except select profile_id, email, phone, first_name, last_name from engage_profile_search)
  union all
  (select profile_id, email, phone, first_name, last_name from engage_profile_search
   except select id, email, phone, first_name, last_name from engage_profile)
`
