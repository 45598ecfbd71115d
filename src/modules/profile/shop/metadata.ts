/** Values of the shop's own fields out of Medusa's `metadata`. */

/**
 * Fields of the customers of the profiles in `affected`: the registered row before guests, then the latest. A value that
 * left the metadata leaves the profile; values that are kept here stay. Changes of what was known are noted.
 */
export const CUSTOMER_FIELDS = `
  with bound as (
    select key, type, metadata_key from engage_field where scope = 'profile' and metadata_key is not null
  ), people as (
    select a.id, count(c.id) as customers
    from affected a
    left join engage_identity i on i.profile_id = a.id and i.kind = 'customer'
    left join customer c on c.id = i.value and c.deleted_at is null
    group by a.id
  ), said as (
    select profile_id, jsonb_strip_nulls(jsonb_object_agg(key, value)) as custom
    from (
      select distinct on (i.profile_id, b.key) i.profile_id, b.key,
        engage_field_value(c.metadata -> b.metadata_key, b.type) as value
      from affected a
      join engage_identity i on i.profile_id = a.id and i.kind = 'customer'
      join customer c on c.id = i.value and c.deleted_at is null
      join bound b on jsonb_exists(c.metadata, b.metadata_key)
      order by i.profile_id, b.key, c.has_account desc, c.updated_at desc, c.id
    ) v
    group by profile_id
  ), news as (
    select p.id, p.custom as old,
      nullif((coalesce(p.custom, '{}') - (select coalesce(array_agg(key), '{}') from bound)) || coalesce(s.custom, '{}'), '{}') as new
    from people join engage_profile p on p.id = people.id
    left join said s on s.profile_id = p.id
    where people.customers > 0 and exists (select 1 from bound)
  ), written as (
    update engage_profile p set custom = n.new, updated_at = now()
    from news n where p.id = n.id and p.custom is distinct from n.new
    returning p.id
  )
  insert into engage_value_log (at, profile_id, kind, key, old, new, source)
  select now(), n.id, 'field', b.key, n.old ->> b.key, n.new ->> b.key, 'shop'
  from news n join written on written.id = n.id cross join bound b
  where n.old -> b.key is not null and n.old -> b.key is distinct from n.new -> b.key
`

/** Reads one newly registered field out of everybody's metadata. */
export const FILL_FIELD = {
  profile: `
    with said as (
      select distinct on (i.profile_id) i.profile_id, engage_field_value(c.metadata -> :metadata_key, :type) as value
      from customer c join engage_identity i on i.kind = 'customer' and i.value = c.id
      where c.deleted_at is null and jsonb_exists(c.metadata, :metadata_key)
      order by i.profile_id, c.has_account desc, c.updated_at desc, c.id
    )
    update engage_profile p set custom = coalesce(p.custom, '{}') || jsonb_build_object(:key::text, s.value), updated_at = now()
    from said s where p.id = s.profile_id and s.value is not null
  `,
  purchase: `
    update engage_purchase u
    set custom = coalesce(u.custom, '{}') || jsonb_build_object(:key::text, engage_field_value(o.metadata -> :metadata_key, :type))
    from "order" o
    where o.id = u.order_id and jsonb_exists(o.metadata, :metadata_key)
      and engage_field_value(o.metadata -> :metadata_key, :type) is not null
  `,
  line: `
    update engage_purchase_line l
    set custom = coalesce(l.custom, '{}') || jsonb_build_object(:key::text, engage_field_value(li.metadata -> :metadata_key, :type))
    from order_line_item li
    where li.id = l.line_id and jsonb_exists(li.metadata, :metadata_key)
      and engage_field_value(li.metadata -> :metadata_key, :type) is not null
  `,
} as const

const KEYS = (table: string) => `
  select e.key as metadata_key, count(*)::int as seen, (select count(*) from latest)::int as looked_at,
    (array_agg(distinct left(e.value #>> '{}', 80)))[1:5] as samples,
    (array_agg(distinct jsonb_typeof(e.value)))[1:3] as kinds,
    count(distinct e.value)::int as different
  from latest cross join lateral jsonb_each(latest.metadata) e
  where jsonb_typeof(e.value) <> 'null' and e.value #>> '{}' <> ''
    and not exists (select 1 from engage_field f where f.scope = '${table}' and f.metadata_key = e.key)
  group by e.key
  order by 2 desc, 1
  limit 50
`

/** Keys of metadata that no field is registered for, among the `:limit` latest rows that have any. */
export const METADATA_KEYS = {
  profile: `
    with latest as materialized (
      select metadata from customer where deleted_at is null and jsonb_typeof(metadata) = 'object' order by updated_at desc limit :limit
    ) ${KEYS("profile")}
  `,
  purchase: `
    with latest as materialized (
      select metadata from "order" where deleted_at is null and jsonb_typeof(metadata) = 'object' order by updated_at desc limit :limit
    ) ${KEYS("purchase")}
  `,
  line: `
    with latest as materialized (
      select li.metadata
      from (select id, version from "order" where deleted_at is null order by updated_at desc limit :limit) o
      join order_item oi on oi.order_id = o.id and oi.version = o.version
      join order_line_item li on li.id = oi.item_id
      where jsonb_typeof(li.metadata) = 'object'
    ) ${KEYS("line")}
  `,
} as const

/** The shop's product categories, as choices. */
export const CATEGORY_OPTIONS = `
  select handle as value, name as label from product_category where deleted_at is null and is_active order by name limit 500
`
