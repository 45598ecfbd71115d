/** A category counts in full, the one above it half, the one above that a quarter, and so on. */
const CATEGORY_PATHS = `
  select own.id as own, top.id as ref, power(0.5, cardinality(path.parts) - part.n)::float8 as factor
  from product_category own
  cross join lateral (select string_to_array(own.mpath, '.') as parts) path
  cross join lateral unnest(path.parts) with ordinality as part (id, n)
  join product_category top on top.id = part.id and top.deleted_at is null
  where own.deleted_at is null
`

/** The cheapest regular price of a product in `:currency`, in minor units. */
const PRICES = `
  select v.product_id, min(r.amount * power(10::numeric, coalesce(c.decimal_digits, 2)))::bigint as price
  from wanted w
  join product_variant v on v.product_id = w.product_id and v.deleted_at is null
  join product_variant_price_set vs on vs.variant_id = v.id and vs.deleted_at is null
  join price r on r.price_set_id = vs.price_set_id and r.currency_code = :currency and r.price_list_id is null
    and r.deleted_at is null
  left join currency c on c.code = r.currency_code
  group by v.product_id
`

/**
 * What the products of the common table `wanted (product_no, product_id)` belong to in the shop as it is now, as common
 * tables: `category_path` and `facet (product_no, kind, ref, factor)`. Takes `:currency` and `:limits`.
 */
export const FACETS = `
  category_path as materialized (${CATEGORY_PATHS}),
  product_price as (${PRICES}),
  facet as materialized (
    select product_no, 'product' as kind, product_id as ref, 1::float8 as factor from wanted
    union all
    select w.product_no, 'category', c.ref, max(c.factor)
    from wanted w
    join product_category_product cp on cp.product_id = w.product_id
    join category_path c on c.own = cp.product_category_id
    group by w.product_no, c.ref
    union all
    select w.product_no, 'collection', p.collection_id, 1
    from wanted w join product p on p.id = w.product_id
    join product_collection c on c.id = p.collection_id and c.deleted_at is null
    union all
    select w.product_no, 'tag', t.id, 1
    from wanted w join product_tags pt on pt.product_id = w.product_id
    join product_tag t on t.id = pt.product_tag_id and t.deleted_at is null
    union all
    select w.product_no, 'price_band', width_bucket(r.price, :limits::bigint[])::text, 1
    from wanted w join product_price r on r.product_id = w.product_id
  )
`

/** What the things of an interest `i (kind, ref)` are called; a price band is named by its number. */
export const FACET_LABEL = `
  case i.kind
    when 'product' then (select x.title from engage_product x where x.product_id = i.ref)
    when 'category' then (select x.name from product_category x where x.id = i.ref)
    when 'collection' then (select x.title from product_collection x where x.id = i.ref)
    when 'tag' then (select x.value from product_tag x where x.id = i.ref)
    else i.ref
  end
`
