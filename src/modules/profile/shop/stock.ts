/**
 * How each variant that is for sale stands now: how many can still be sold (null where nobody counts), and its price for
 * everybody and one piece by currency, in minor units, that of a running price list if it is lower.
 */
export const VARIANTS_NOW = `
  select v.id as variant_id, v.product_id, stock.available, coalesce(price.prices, '{}'::jsonb) as prices
  from product_variant v
  join product p on p.id = v.product_id and p.status = 'published' and p.deleted_at is null
  left join lateral (
    select floor(min(level.free / greatest(vi.required_quantity, 1)))::bigint as available
    from product_variant_inventory_item vi
    cross join lateral (
      select coalesce(sum(il.stocked_quantity - il.reserved_quantity), 0) as free
      from inventory_level il where il.inventory_item_id = vi.inventory_item_id and il.deleted_at is null
    ) level
    where v.manage_inventory and not v.allow_backorder and vi.variant_id = v.id and vi.deleted_at is null
  ) stock on true
  left join lateral (
    select jsonb_object_agg(code, amount) as prices
    from (
      select r.currency_code as code,
        round(min(r.amount) * power(10::numeric, coalesce(max(c.decimal_digits), 2)))::bigint as amount
      from product_variant_price_set vs
      join price r on r.price_set_id = vs.price_set_id and r.deleted_at is null
        and coalesce(r.rules_count, 0) = 0 and coalesce(r.min_quantity, 1) <= 1
      left join price_list l on l.id = r.price_list_id
      left join currency c on c.code = r.currency_code
      where vs.variant_id = v.id and vs.deleted_at is null
        and (r.price_list_id is null or (
          l.deleted_at is null and l.status = 'active' and coalesce(l.rules_count, 0) = 0
          and coalesce(l.starts_at, '-infinity') <= :now::timestamptz and coalesce(l.ends_at, 'infinity') > :now::timestamptz
        ))
      group by r.currency_code
    ) by_currency
  ) price on true
  where v.deleted_at is null
`
