/**
 * How the shop sells some products now: one row for each of `:ids` that is published and in stock, and each of
 * `:currencies`. Prices are the cheapest variant's, in minor units, for everybody and for one piece; `sale` is that of a
 * running price list.
 */
export const OFFERS = `
  select p.id as product_id, cur.code as currency, p.title, p.handle,
    coalesce(p.thumbnail, (
      select m.url from image m where m.product_id = p.id and m.deleted_at is null order by m.rank, m.id limit 1
    )) as image,
    round(price.regular * power(10::numeric, coalesce(digits.decimal_digits, 2)))::float8 as regular,
    round(price.sale * power(10::numeric, coalesce(digits.decimal_digits, 2)))::float8 as sale
  from product p
  cross join unnest(:currencies::text[]) cur (code)
  left join currency digits on digits.code = cur.code
  left join lateral (
    select min(r.amount) filter (where r.price_list_id is null) as regular,
      min(r.amount) filter (where l.id is not null) as sale
    from product_variant v
    join product_variant_price_set vs on vs.variant_id = v.id and vs.deleted_at is null
    join price r on r.price_set_id = vs.price_set_id and r.deleted_at is null and r.currency_code = cur.code
      and coalesce(r.rules_count, 0) = 0 and coalesce(r.min_quantity, 1) <= 1
    left join price_list l on l.id = r.price_list_id and l.deleted_at is null and l.status = 'active'
      and coalesce(l.rules_count, 0) = 0
      and coalesce(l.starts_at, '-infinity') <= now() and coalesce(l.ends_at, 'infinity') > now()
    where v.product_id = p.id and v.deleted_at is null
  ) price on true
  where p.id = any(:ids::text[]) and p.status = 'published' and p.deleted_at is null
    and exists (
      select 1 from product_variant v
      where v.product_id = p.id and v.deleted_at is null
        and (not v.manage_inventory or v.allow_backorder or exists (
          select 1
          from product_variant_inventory_item vi
          join inventory_level il on il.inventory_item_id = vi.inventory_item_id and il.deleted_at is null
          where vi.variant_id = v.id and vi.deleted_at is null and il.stocked_quantity > il.reserved_quantity
        ))
    )
`

/** The newest products, for a shop that has sold nothing yet. */
export const NEWEST_PRODUCTS = `
  select id as product_id from product
  where status = 'published' and deleted_at is null
  order by created_at desc, id
  limit :limit
`

/** In which currency the shop sells to each country of `:countries`. */
export const CURRENCY_OF_COUNTRY = `
  select c.iso_2 as country, r.currency_code as currency
  from region_country c
  join region r on r.id = c.region_id and r.deleted_at is null
  where c.iso_2 = any(:countries::text[]) and c.deleted_at is null
`

/** The categories of product `d`, each with those above it, as a text[]. */
export const CATEGORIES_OF_PRODUCT = `
  select array_agg(distinct part)
  from product_category_product cp
  join product_category c on c.id = cp.product_category_id and c.deleted_at is null
  cross join lateral unnest(string_to_array(c.mpath, '.')) part
  where cp.product_id = d.product_id
`

/** What lies in the latest open cart of the customers of profile `who`, latest first, as a text[]. */
export const CART_OF_PROFILE = `
  select array_agg(line.product_id order by line.created_at desc)
  from (
    select c.id
    from engage_identity i
    join cart c on c.customer_id = i.value and c.completed_at is null and c.deleted_at is null
    where i.kind = 'customer' and i.profile_id = who.profile_id
      and exists (select 1 from cart_line_item l where l.cart_id = c.id and l.deleted_at is null)
    order by c.updated_at desc
    limit 1
  ) open_cart
  join cart_line_item line on line.cart_id = open_cart.id and line.deleted_at is null
  where line.product_id is not null
`
