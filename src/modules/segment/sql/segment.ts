const COLUMNS = `
  s.id, s.no, s.name, s.description, s.folder, s.tags, s.owner_id, s.version, s.archived_at, s.rules, s.profiles,
  s.reachable_email, s.reachable_sms, s.orders::float8 as orders, s.revenue::float8 as revenue, s.evaluated_at, s.counted_at, s.due_at,
  s.duration_ms, s.error, s.created_at, s.updated_at
`

export const INSERT_SEGMENT = `
  insert into engage_segment as s (id, name, description, folder, owner_id, rules)
  values (:id, :name, :description, :folder, :actor, :rules::jsonb)
  returning ${COLUMNS}
`

export const UPDATE_SEGMENT = `
  update engage_segment s
  set name = coalesce(:name, name), description = coalesce(:description, description),
    folder = coalesce(:folder, folder), owner_id = coalesce(:owner_id, owner_id), rules = coalesce(:rules::jsonb, rules),
    version = case when :rules::jsonb <> rules then version + 1 else version end,
    archived_at = case when :archived::boolean is null then archived_at when :archived then coalesce(archived_at, now()) end,
    due_at = case when :rules::jsonb <> rules or not coalesce(:archived::boolean, true) then null else due_at end,
    updated_at = now()
  where id = :id and deleted_at is null and (:version::int is null or version = :version)
  returning ${COLUMNS}
`

export const SET_DELETED = `
  update engage_segment s set deleted_at = case when :deleted then now() end
  where id = :id
  returning no
`

/** Keeps what the rule was; a version that is there already stands. */
export const KEEP_VERSION = `
  insert into engage_segment_version (segment_no, version, name, rules, at, actor_id)
  select no, version, name, rules, now(), :actor from engage_segment where id = :id
  on conflict do nothing
`

export const VERSIONS_OF = `
  select version, name, rules, at, actor_id from engage_segment_version
  where segment_no = :no
  order by version desc
  limit 100
`

/** What everybody brought, to measure a segment's share by. */
export const BASE_TOTALS = `
  select count(*)::int as profiles, coalesce(sum(revenue), 0)::float8 as revenue from engage_profile where removed_at is null
`

export const DROP_MEMBERS = `delete from engage_membership where segment_no = :no`

export const SEGMENTS_BY_ID = `select ${COLUMNS} from engage_segment s where s.id = any(:ids::text[]) and s.deleted_at is null`

export const LIST_SEGMENTS = `
  select ${COLUMNS} from engage_segment s
  where s.deleted_at is null
    and (:q::text is null or lower(s.name) like :q)
    and (s.archived_at is not null) = :archived
    and (:folder::text is null or s.folder = :folder)
    and (:tag::text is null or :tag = any(s.tags))
    and (:after_no::bigint is null or s.no < :after_no::bigint)
  order by s.no desc
  limit :limit
`

export const ALL_SEGMENTS = `select ${COLUMNS} from engage_segment s where s.deleted_at is null order by s.no`

export const SEGMENTS_OF = `
  select s.id, s.name, m.entered_at
  from engage_membership m join engage_segment s on s.no = m.segment_no and s.deleted_at is null
  where m.profile_id = :profile
  order by m.entered_at desc
`

export const MEMBERS_OF = `
  select m.profile_id::float8 as id, m.entered_at
  from engage_membership m
  where m.segment_no = :no and m.profile_id > :after
  order by m.profile_id
  limit :limit
`

/** The last count of each of the shop's days, with all who entered and left on it. */
export const HISTORY_OF = `
  select distinct on (day) to_char(day, 'YYYY-MM-DD') as day, at, profiles, orders::float8 as orders, revenue::float8 as revenue,
    sum(entered) over (partition by day)::float8 as entered, sum(left_count) over (partition by day)::float8 as left_count
  from (
    select h.*, (h.at at time zone :zone)::date as day from engage_segment_history h
    where h.segment_no = :no and h.at >= :since
  ) h
  order by day, at desc
`

/** Who entered or left on one of the shop's days, the latest first. */
export const MOVES_OF = `
  select l.profile_id::float8 as id, l.at
  from engage_membership_log l
  where l.segment_no = :no and l.entered = :entered
    and l.at >= :day::date::timestamp at time zone :zone and l.at < (:day::date + 1)::timestamp at time zone :zone
    and (:after_at::timestamptz is null or (l.at, l.profile_id) < (:after_at::timestamptz, :after_id::bigint))
  order by l.at desc, l.profile_id desc
  limit :limit
`

export const MEMBERSHIP_LOG_OF = `
  select l.at, l.entered, s.id, s.name
  from engage_membership_log l join engage_segment s on s.no = l.segment_no
  where l.profile_id = :profile and l.at < :before::timestamptz and l.at >= :since::timestamptz
    and (:q::text is null or lower(s.name) like :q)
  order by l.at desc
  limit :limit
`
