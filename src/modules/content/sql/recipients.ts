import { PRODUCT, PROFILE, PURCHASE, PURCHASE_LINE } from "../../profile/tables"

const LAST_ORDER = `
  left join lateral (
    select jsonb_build_object(
      'number', coalesce(o.display_id::text, o.order_id),
      'date', o.placed_at,
      'total', o.net,
      'currency', o.currency,
      'items', (
        select coalesce(
          jsonb_agg(jsonb_build_object('title', coalesce(d.title, l.title), 'quantity', l.quantity, 'total', l.net) order by l.line_id),
          '[]'
        )
        from ${PURCHASE_LINE} l left join ${PRODUCT} d on d.id = l.product_no
        where l.purchase_id = o.id
      )
    ) as last_order
    from ${PURCHASE} o
    where o.profile_id = p.id and o.counted
    order by o.placed_at desc, o.id desc
    limit 1
  ) o on true
`

const LAST_SALES_CHANNEL = `(
  select o.sales_channel_id
  from ${PURCHASE} o
  where o.profile_id = p.id and o.counted and o.sales_channel_id is not null
  order by o.placed_at desc, o.id desc
  limit 1
)`

// Codes are written by the campaign module, which stands above this one: here they are only looked at.
const LAST_PROMO_CODE = `(
  select c.code
  from engage_promo_code c
  where c.profile_id = p.id and c.redeemed_at is null and c.ended_at is null
    and (c.expires_at is null or c.expires_at > now())
  order by c.issued_at desc, c.errand_id desc
  limit 1
)`

/**
 * SQL of what a template may know of people: one row for each `profile_id` that `people` selects.
 * The last order, the last promo code and where they bought last are looked up only if they are asked for.
 */
export function recipientsSql(
  people: string,
  {
    lastOrder,
    promoCode,
    salesChannel,
  }: { lastOrder: boolean; promoCode: boolean; salesChannel: boolean }
): string {
  return `
    select
      p.id::float8 as profile_id,
      p.first_name,
      p.last_name,
      p.email,
      p.phone,
      p.city,
      p.postal_code,
      p.country,
      p.language,
      p.gender,
      to_char(p.birthday, 'YYYY-MM-DD') as birthday,
      p.rfm_group,
      p.orders,
      p.revenue::float8 as revenue,
      p.first_order_at,
      p.last_order_at,
      coalesce(p.custom, '{}') as fields,
      coalesce(p.assigned, '{}') as metrics,
      ${lastOrder ? "o.last_order" : "null as last_order"},
      ${promoCode ? LAST_PROMO_CODE : "null"} as last_promo_code,
      ${salesChannel ? LAST_SALES_CHANNEL : "null"} as sales_channel_id
    from (${people}) who
    join ${PROFILE} p on p.id = who.profile_id
    ${lastOrder ? LAST_ORDER : ""}
  `
}
