const COLUMNS = `
  a.id, a.no, a.name, a.description, a.folder, a.tags, a.owner_id, a.origin, a.profiles, a.taken, a.taken_at, a.archived_at,
  a.created_at, a.updated_at
`

export const INSERT_AUDIENCE = `
  insert into engage_audience as a (id, name, description, folder, owner_id, origin, taken, taken_at)
  values (:id, :name, :description, :folder, :actor, :origin::jsonb, '{}', :now)
  returning ${COLUMNS}
`

export const UPDATE_AUDIENCE = `
  update engage_audience a
  set name = coalesce(:name, name), description = coalesce(:description, description), folder = coalesce(:folder, folder),
    archived_at = case when :archived::boolean is null then archived_at when :archived then coalesce(archived_at, now()) end,
    updated_at = now()
  where id = :id and deleted_at is null
  returning ${COLUMNS}
`

export const SET_AUDIENCE_DELETED = `
  update engage_audience set deleted_at = case when :deleted then now() end where id = :id returning no
`

export const AUDIENCES_BY_ID = `
  select ${COLUMNS} from engage_audience a where a.id = any(:ids::text[]) and a.deleted_at is null
`

export const LIST_AUDIENCES = `
  select ${COLUMNS} from engage_audience a
  where a.deleted_at is null and (a.archived_at is not null) = :archived
    and (:q::text is null or lower(a.name) like :q)
    and (:folder::text is null or a.folder = :folder)
    and (:tag::text is null or :tag = any(a.tags))
    and (:after_no::bigint is null or a.no < :after_no::bigint)
  order by a.no desc
  limit :limit
`

/** Adds whom a select names; `(profile_id)`. Says who was not there before. */
export const ADD_MEMBERS = (members: string) => `
  with added as (
    insert into engage_audience_member (audience_no, profile_id, added_at)
    select :no::int, m.profile_id, :now::timestamptz
    from (${members}) m join engage_profile p on p.id = m.profile_id and p.removed_at is null
    on conflict do nothing
    returning profile_id
  )
  select coalesce(array_agg(profile_id)::text[], '{}') as ids, count(*)::int as count from added
`

export const REMOVE_MEMBERS = `
  with gone as (
    delete from engage_audience_member where audience_no = :no and profile_id = any(:profiles::bigint[])
    returning profile_id
  )
  select coalesce(array_agg(profile_id)::text[], '{}') as ids, count(*)::int as count from gone
`

export const LOG_CHANGE = `
  insert into engage_audience_change (audience_no, at, actor_id, added, profile_ids, source)
  values (:no, :now, :actor, :added, :profiles::bigint[], :source)
  returning id::float8 as id
`

export const TAKE_CHANGE = `
  update engage_audience_change set undone_at = :now
  where id = :change and audience_no = :no and undone_at is null
  returning added, profile_ids::text[] as profile_ids
`

/** What was done to the list; what changed nobody is left out, but for its beginning. */
export const CHANGES_OF = `
  select c.id::float8 as id, c.at, c.actor_id, c.added, c.source, c.undone_at, cardinality(c.profile_ids) as count
  from engage_audience_change c
  where c.audience_no = :no and (c.source = 'created' or cardinality(c.profile_ids) > 0)
  order by c.id desc limit 50
`

/** Marks people whose audiences changed, for segments that ask for them. */
export const DIRTY = `
  insert into engage_segment_dirty (profile_id) select unnest(:profiles::bigint[]) order by 1 on conflict do nothing
`

export const RECOUNT = `
  update engage_audience a
  set profiles = (
    select count(*)
    from engage_audience_member m join engage_profile p on p.id = m.profile_id and p.removed_at is null
    where m.audience_no = :no
  ), updated_at = now()
  where a.no = :no
`

/** What the members were worth when the audience was taken. */
export const TAKE = `
  update engage_audience a
  set taken = (
    select jsonb_build_object('profiles', count(*), 'orders', coalesce(sum(p.orders), 0), 'revenue', coalesce(sum(p.revenue), 0))
    from engage_audience_member m join engage_profile p on p.id = m.profile_id where m.audience_no = :no
  )
  where a.no = :no
`

/** What the members bought since the audience was taken, in minor units of the base currency. */
export const REVENUE_SINCE = `
  select a.id, coalesce(sum(u.net_base), 0)::float8 as revenue, count(u.id)::int as orders,
    count(distinct u.profile_id)::int as buyers
  from engage_audience a
  left join engage_audience_member m on m.audience_no = a.no
  left join engage_purchase u on u.profile_id = m.profile_id and u.counted and u.placed_at >= a.taken_at
  where a.id = any(:ids::text[])
  group by a.id
`

export const AUDIENCE_MEMBERS = `
  select m.profile_id::float8 as id, m.added_at
  from engage_audience_member m join engage_profile p on p.id = m.profile_id and p.removed_at is null
  where m.audience_no = :no and m.profile_id > :after
  order by m.profile_id
  limit :limit
`

export const AUDIENCES_OF = `
  select a.id, a.name, m.added_at
  from engage_audience_member m join engage_audience a on a.no = m.audience_no and a.deleted_at is null
  where m.profile_id = :profile order by m.added_at desc
`

/** Whom the rule finds now and the audience lacks, and whom it holds that the rule no longer finds. */
export const WOULD_CHANGE = (matching: string) => `
  with now_in as (${matching}),
    enter as (select profile_id from now_in except select profile_id from engage_audience_member where audience_no = :no),
    leave as (select profile_id from engage_audience_member where audience_no = :no except select profile_id from now_in)
  select (select count(*)::int from enter) as enter, (select count(*)::int from leave) as leave,
    array(select profile_id from enter order by 1 limit 10)::text[] as entering,
    array(select profile_id from leave order by 1 limit 10)::text[] as leaving
`

/** Profiles by what a list may name them with; `kind` says what each value is. */
export const MATCH = `
  select v.value, min(m.profile_id)::float8 as profile_id
  from unnest(:kinds::text[], :values::text[]) as v (kind, value)
  join lateral (
    select i.profile_id from engage_identity i where v.kind in ('email', 'customer') and i.kind = v.kind and i.value = v.value
    union all
    select s.profile_id from engage_profile_search s join engage_profile p on p.id = s.profile_id
    where v.kind = 'phone' and s.phone = v.value and p.removed_at is null
    union all
    select u.profile_id from engage_purchase u where v.kind = 'order' and u.order_id = v.value
    union all
    select u.profile_id from engage_purchase u where v.kind = 'order_number' and u.display_id = v.value::int
  ) m on true
  group by v.value
`
