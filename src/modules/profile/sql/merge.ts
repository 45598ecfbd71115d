import type { MovedTable } from "../identity/moved-tables"

const keyObject = (key: string[]) => key.map((column) => `'${column}', t.${column}`).join(", ")

/** Moves one table's rows; answers their keys. */
export const MOVE_ROWS = ({ table, key, once }: MovedTable) => `
  with moved as (
    update ${table} t set profile_id = :to where profile_id = :from
      ${once ? `and not exists (select 1 from ${table} k where k.profile_id = :to and ${key.map((c) => `k.${c} = t.${c}`).join(" and ")})` : ""}
    returning jsonb_build_object(${keyObject(key)}) as key
  )
  select coalesce(jsonb_agg(key), '[]') as keys from moved
`

const TYPES: Record<string, string> = {
  id: "bigint",
  at: "timestamptz",
  kind: "text",
  value: "text",
  tag: "text",
  channel: "text",
  topic: "text",
  audience_no: "integer",
}

/** Moves rows with these keys back, as far as they are still there. */
export const MOVE_BACK = ({ table, key }: MovedTable) => `
  update ${table} t set profile_id = :to
  from jsonb_to_recordset(:keys::jsonb) as k (${key.map((c) => `"${c}" ${TYPES[c]}`).join(", ")})
  where ${key.map((c) => `t.${c} = k."${c}"`).join(" and ")} and t.profile_id = :from
`

/** Purchases that customers made under the kept profile after the merge go back with the customers. */
export const MOVE_NEWER_PURCHASES = `
  update engage_purchase u set profile_id = :to
  from engage_identity i
  where u.profile_id = :from and i.kind = 'customer' and i.value = u.customer_id and i.profile_id = :to
`

/** People, whom no merge can touch until the transaction ends, in the order in which merges lock them. */
export const LOCK_PEOPLE = `
  select id::float8 as id, merged_into::float8 as merged_into
  from engage_profile
  where id = any(:ids::bigint[])
  order by engage_profile.id
  for no key update
`

/** Both people as they are, locked. */
export const SNAPSHOT = `
  select p.id::float8 as id, p.removed_at is not null as removed, p.merged_into::float8 as merged_into,
    jsonb_build_object(
      'first_name', p.first_name, 'last_name', p.last_name, 'birthday', p.birthday, 'gender', p.gender, 'language', p.language,
      'country', p.country, 'email', p.email, 'phone', p.phone, 'source', p.source,
      'has_account', p.has_account, 'registered_at', p.registered_at, 'created_at', p.created_at, 'utm_source', p.utm_source,
      'utm_medium', p.utm_medium, 'utm_campaign', p.utm_campaign, 'custom', p.custom, 'assigned', p.assigned,
      'raw_email', r.email, 'raw_phone', r.phone, 'raw_country', r.country, 'raw_region', r.region,
      'raw_city', r.city, 'raw_postal_code', r.postal_code, 'raw_time_zone', r.time_zone
    ) as facts,
    (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from engage_consent c where c.profile_id = p.id) as consents
  from engage_profile p left join engage_profile_raw r on r.profile_id = p.id
  where p.id = any(:ids::bigint[])
  order by p.id
  for update of p
`

/** Writes facts of a snapshot. */
export const WRITE_FACTS = `
  with raw as (
    insert into engage_profile_raw (profile_id, email, phone, country, region, city, postal_code, time_zone)
    select :id, s.raw_email, s.raw_phone, s.raw_country, s.raw_region, s.raw_city, s.raw_postal_code, s.raw_time_zone
    from jsonb_to_record(:facts::jsonb) as s (raw_email text, raw_phone text, raw_country text, raw_region text, raw_city text,
      raw_postal_code text, raw_time_zone text)
    on conflict (profile_id) do update
      set email = excluded.email, phone = excluded.phone, country = excluded.country, region = excluded.region,
        city = excluded.city, postal_code = excluded.postal_code, time_zone = excluded.time_zone, due = true
  )
  update engage_profile p
  set first_name = s.first_name, last_name = s.last_name, birthday = s.birthday, gender = s.gender, language = s.language,
    country = s.country, email = s.email, phone = s.phone, source = s.source,
    has_account = s.has_account, registered_at = s.registered_at, created_at = s.created_at, utm_source = s.utm_source,
    utm_medium = s.utm_medium, utm_campaign = s.utm_campaign, custom = nullif(s.custom, 'null'), assigned = nullif(s.assigned, 'null'),
    updated_at = now()
  from jsonb_to_record(:facts::jsonb) as s (
    first_name text, last_name text, birthday date, gender text, language text, country text,
    email text, phone text, source text, has_account boolean, registered_at timestamptz, created_at timestamptz, utm_source text,
    utm_medium text, utm_campaign text, custom jsonb, assigned jsonb
  )
  where p.id = :id
`

export const SET_MERGED = `
  update engage_profile
  set merged_into = :into::bigint, removed_at = case when :into::bigint is null then null else :now::timestamptz end, updated_at = now()
  where id = :id
`

/** The kept person gets the consents that they had not, and every "no" that either had said. */
export const MERGE_CONSENTS = `
  with gone as (
    delete from engage_consent where profile_id = :gone returning *
  )
  insert into engage_consent as c (profile_id, channel, topic, state, since, method)
  select :kept, channel, topic, state, since, method from gone
  on conflict (profile_id, channel, topic) do update
    set state = excluded.state, since = excluded.since, method = excluded.method
    where excluded.state = 'unsubscribed' and c.state <> 'unsubscribed'
`

/** Takes back what came from the other profile, unless the person has said something else since. */
export const UNMERGE_CONSENTS = `
  delete from engage_consent c
  using jsonb_to_recordset(:gone::jsonb) as g (channel text, topic text, state text, since timestamptz)
  where c.profile_id = :id and (c.channel, c.topic, c.state, c.since) = (g.channel, g.topic, g.state, g.since)
`

export const RESTORE_CONSENTS = `
  insert into engage_consent (profile_id, channel, topic, state, since, method)
  select :id, channel, topic, state, since, method
  from jsonb_to_recordset(:consents::jsonb) as g (channel text, topic text, state text, since timestamptz, method text)
  on conflict (profile_id, channel, topic) do nothing
`

export const INSERT_MERGE = `
  insert into engage_merge (at, kept, gone, rule, actor, snapshot, moved)
  values (:now, :kept, :gone, :rule, :actor, :snapshot::jsonb, :moved::jsonb)
  returning id::float8 as id
`

export const MERGE_BY_ID = `
  select id::float8 as id, kept::float8 as kept, gone::float8 as gone, rule, snapshot, moved, undone_at
  from engage_merge where id = :id for update
`

export const END_MERGE = `update engage_merge set undone_at = :now, undone_by = :actor where id = :id`

/** Merges, newest first, with names as they were; without those of somebody who was erased since. */
export const LIST_MERGES = `
  select m.id::float8 as id, m.at, m.kept::float8 as kept, m.gone::float8 as gone, m.rule, m.actor, m.undone_at,
    coalesce(m.snapshot #> '{kept,facts}', '{}') as kept_facts, coalesce(m.snapshot #> '{gone,facts}', '{}') as gone_facts,
    (select coalesce(sum(jsonb_array_length(v)), 0)::int from jsonb_each(m.moved) as e (k, v)) as rows,
    jsonb_array_length(coalesce(m.moved -> 'engage_purchase', '[]')) as purchases
  from engage_merge m
  where :after::bigint is null or m.id < :after
  order by m.id desc
  limit :limit
`

export const CUSTOMERS_OF = `
  select value as id from engage_identity where kind = 'customer' and profile_id = any(:ids::bigint[])
`

export const MARK_DIRTY = `insert into engage_dirty (profile_id) select unnest(:ids::bigint[]) order by 1 on conflict do nothing`
export const DROP_DUPLICATES_OF = `delete from engage_duplicate where a = :id or b = :id`
