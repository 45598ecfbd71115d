export const FOLLOWED = `
  select g.segment_no, g.group_id, g.synced_at, g.error, g.created_at, s.id as segment_id, s.name as segment_name
  from engage_segment_group g join engage_segment s on s.no = g.segment_no and s.deleted_at is null
  where (:no::int is null or g.segment_no = :no) and (:group::text is null or g.group_id = :group)
  order by g.segment_no
`

/** Segments whose members may have changed since their group last followed. */
export const FOLLOWED_DUE = `
  select s.id from engage_segment_group g
  join engage_segment s on s.no = g.segment_no and s.deleted_at is null and s.archived_at is null
  where s.evaluated_at is not null and (g.synced_at is null or s.evaluated_at >= g.synced_at)
  order by g.synced_at nulls first
`

export const FOLLOW = `
  insert into engage_segment_group (segment_no, group_id) values (:no, :group)
  on conflict (segment_no) do update set group_id = excluded.group_id, synced_at = null, error = null
`

export const UNFOLLOW = `delete from engage_segment_group where segment_no = :no`

/** Notes a sync; a line of the log only where something happened. */
export const NOTE_SYNC = `
  with noted as (
    update engage_segment_group set synced_at = :now, error = :error where segment_no = :no returning segment_no
  )
  insert into engage_segment_group_log (segment_no, at, added, removed, error)
  select segment_no, :now::timestamptz, :added::int, :removed::int, :error::text from noted
  where :added::int + :removed::int > 0 or :error::text is not null
`

export const SYNC_LOG = `
  select at, added, removed, error from engage_segment_group_log where segment_no = :no order by id desc limit 50
`
