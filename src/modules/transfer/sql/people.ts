import { PROFILE, PROFILE_RAW, PROFILE_SEARCH, VALUE_LOG } from "../../profile/tables"

/** Whom keys mean. A phone number that several people have means nobody. */
export const FIND_PEOPLE = `
  select i.kind, i.value, i.profile_id::float8 as id
  from unnest(:kinds::text[], :values::text[]) as w (kind, value)
  join engage_identity i on i.kind = w.kind and i.value = w.value
  union all
  select 'phone', s.phone, min(p.id)::float8
  from unnest(:kinds::text[], :values::text[]) as w (kind, value)
  join ${PROFILE_SEARCH} s on w.kind = 'phone' and s.phone = w.value
  join ${PROFILE} p on p.id = s.profile_id
  where p.removed_at is null
  group by s.phone
  having count(distinct p.id) = 1
  union all
  select 'profile', w.value, p.id::float8
  from unnest(:kinds::text[], :values::text[]) as w (kind, value)
  join ${PROFILE} p on w.kind = 'profile' and p.id = case when w.kind = 'profile' then w.value::bigint end
  where p.removed_at is null
`

/** Which of some profiles are customers of the shop: Medusa is the master of their name and contact. */
export const SHOP_CUSTOMERS = `
  select distinct profile_id::float8 as id
  from engage_identity
  where kind = 'customer' and profile_id = any(:profiles::bigint[])
`

/** Values that an import wrote and that are others now: somebody has changed them, or a merge has kept the other person's. */
export const CHANGED_SINCE = `
  with ours as (
    select distinct on (profile_id, kind, key) profile_id, kind, key, id, new
    from ${VALUE_LOG}
    where profile_id = any(:profiles::bigint[]) and source = 'import' and reason = :import and (kind, key) <> ('attribute', 'tag')
    order by profile_id, kind, key, id desc
  )
  select ours.profile_id::float8 as profile_id, ours.kind, ours.key
  from ours
  join ${PROFILE} p on p.id = ours.profile_id
  left join ${PROFILE_RAW} r on r.profile_id = ours.profile_id
  where exists (
    select 1 from ${VALUE_LOG} l
    where l.profile_id = ours.profile_id and l.kind = ours.kind and l.key = ours.key and l.id > ours.id
  ) or ours.new is distinct from case ours.kind
    when 'field' then p.custom ->> ours.key
    when 'metric' then p.assigned ->> ours.key
    else coalesce(to_jsonb(r) ->> ours.key, to_jsonb(p) ->> ours.key)
  end
`
