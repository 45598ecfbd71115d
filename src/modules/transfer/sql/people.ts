import { PROFILE, PROFILE_SEARCH, VALUE_LOG } from "../../profile/tables"

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

/** Values that somebody has changed after an import wrote them. */
export const CHANGED_SINCE = `
  select l.profile_id::float8 as profile_id, l.kind, l.key
  from ${VALUE_LOG} l
  join (
    select profile_id, kind, key, max(id) as id
    from ${VALUE_LOG}
    where profile_id = any(:profiles::bigint[]) and source = 'import' and reason = :import
    group by 1, 2, 3
  ) ours on ours.profile_id = l.profile_id and ours.kind = l.kind and ours.key = l.key and l.id > ours.id
  group by 1, 2, 3
`
