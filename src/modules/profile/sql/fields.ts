const COLUMNS = `id, scope, key, label, description, type, options, metadata_key, visible, position, created_at`

export const FIELDS = `
  select ${COLUMNS} from engage_field
  where :scope::text is null or scope = :scope
  order by scope, position, label
`

export const FIELD_BY_ID = `select ${COLUMNS} from engage_field where id = :id`

export const INSERT_FIELD = `
  insert into engage_field (id, scope, key, label, description, type, options, metadata_key, visible, position)
  values (:id, :scope, :key, :label, :description, :type, :options::jsonb, :metadata_key, :visible,
    coalesce(:position, (select coalesce(max(position), 0) + 1 from engage_field where scope = :scope)))
  on conflict (scope, key) do nothing
  returning ${COLUMNS}
`

/** In the order of their ids, so that of two who order the same fields one waits for the other. */
export const LOCK_FIELDS = `select 1 from engage_field where id = any(:ids::text[]) order by id for update`

/** Puts fields in the order of `:ids`. */
export const ORDER_FIELDS = `
  update engage_field f
  set position = w.position, updated_at = now()
  from unnest(:ids::text[]) with ordinality as w (id, position)
  where f.id = w.id
`

export const UPDATE_FIELD = `
  update engage_field
  set label = coalesce(:label, label), description = coalesce(:description, description),
    options = coalesce(:options::jsonb, options), visible = coalesce(:visible, visible),
    position = coalesce(:position, position), updated_at = now()
  where id = :id
  returning ${COLUMNS}
`

export const DELETE_FIELD = `delete from engage_field where id = :id returning ${COLUMNS}`

/** Where the values of each scope lie. */
export const HOME = {
  profile: { table: "engage_profile", column: "custom" },
  metric: { table: "engage_profile", column: "assigned" },
  purchase: { table: "engage_purchase", column: "custom" },
  line: { table: "engage_purchase_line", column: "custom" },
} as const

type Home = (typeof HOME)[keyof typeof HOME]

/** How many rows have a value under `:key`. */
export const COUNT_VALUES = ({ table, column }: Home) => `
  select count(*)::float8 as n from ${table} where jsonb_exists(${column}, :key)
`

/** Forgets every value under `:key`. */
export const DROP_VALUES = ({ table, column }: Home) => `
  update ${table} set ${column} = nullif(${column} - :key, '{}') where jsonb_exists(${column}, :key)
`

/** Sets or (with a null) clears one value of some people; answers what was there before for those that it changed. */
export const WRITE_VALUES = (column: "custom" | "assigned") => `
  with input as (
    select * from unnest(:profiles::bigint[], :keys::text[], :values::text[]) as i (profile_id, key, value)
  ), old as (
    select i.profile_id, i.key, i.value::jsonb as value, p.${column} -> i.key as before
    from input i join engage_profile p on p.id = i.profile_id
    where (p.${column} -> i.key) is distinct from i.value::jsonb
    for update of p
  ), merged as (
    select profile_id, jsonb_object_agg(key, value) as patch from old group by profile_id
  ), written as (
    update engage_profile p
    set ${column} = nullif(jsonb_strip_nulls(coalesce(p.${column}, '{}') || m.patch), '{}'), updated_at = now()
    from merged m where p.id = m.profile_id
    returning p.id
  )
  select old.profile_id::float8 as profile_id, old.key, old.before #>> '{}' as old, old.value #>> '{}' as new
  from old join written on written.id = old.profile_id
`

export const LOG_VALUES = `
  insert into engage_value_log (at, profile_id, kind, key, old, new, source, actor, reason)
  select :at, profile_id, kind, key, old, new, :source, :actor, :reason
  from unnest(:profiles::bigint[], :kinds::text[], :keys::text[], :olds::text[], :news::text[])
    as i (profile_id, kind, key, old, new)
`

/** The latest change of each value of one person. */
export const LAST_CHANGES = `
  select distinct on (kind, key) kind, key, at, source, actor
  from engage_value_log where profile_id = :profile
  order by kind, key, at desc, id desc
`

/** Changes of one person's values, newest first; with `:kinds` and `:key` only those. */
export const VALUE_LOG_OF = `
  select l.id::float8 as id, l.at, l.kind, l.key, coalesce(f.label, l.key) as label, l.old, l.new, l.source, l.actor, l.reason
  from engage_value_log l
  left join engage_field f on f.key = l.key
    and f.scope = case l.kind when 'field' then 'profile' when 'metric' then 'metric' end
  where l.profile_id = :profile and l.kind = any(:kinds::text[]) and (:key::text is null or l.key = :key)
    and (l.at, l.id) < (:before::timestamptz, :before_id) and l.at >= :since::timestamptz
    and (:q::text is null or lower(coalesce(f.label, l.key) || ' ' || coalesce(l.old, '') || ' ' || coalesce(l.new, '')) like :q)
  order by l.at desc, l.id desc
  limit :limit
`
