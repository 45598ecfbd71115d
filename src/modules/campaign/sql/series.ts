/** The first run of a series gives it its name. */
export const OPEN_SERIES = `
  update engage_broadcast set series_id = coalesce(series_id, id), series_at = coalesce(series_at, :at) where id = :id
`

/** The run after another, as that one is set but for its time. Whoever comes second finds it there. */
export const INSERT_NEXT_RUN = `
  insert into engage_broadcast (
    id, name, folder, tags, status, channel, topic, segment_id, exclude_segment_ids, template_id, attribution_days, attribution_terms,
    plan, collect_at, series_id, series_at
  )
  select
    :id, b.name, b.folder, b.tags, 'scheduled', b.channel, b.topic, b.segment_id, b.exclude_segment_ids, b.template_id, b.attribution_days,
    b.attribution_terms, :plan::jsonb, :collect_at, b.series_id, :at
  from engage_broadcast b
  where b.id = :of
  on conflict (series_id, series_at) where series_id is not null do nothing
`

export const NOTE_MISSED = `
  insert into engage_broadcast_missed (series_id, due_at, note)
  select :series, due_at, :note from unnest(:times::timestamptz[]) as due_at
  on conflict do nothing
`

/** Gives a run that was missed the next time of its series; without one it is a draft again. */
export const MOVE_ON = `
  update engage_broadcast
  set status = case when :collect_at::timestamptz is null then 'draft' else 'scheduled' end,
    plan = :plan::jsonb, collect_at = :collect_at, note = null, updated_at = now()
  where id = :id
`

/** The run of a series that is still to come. */
export const OPEN_RUN = `
  select b.id, b.status, b.collect_at as at, b.note
  from engage_broadcast b
  where b.series_id = :series and b.status in ('draft', 'scheduled') and b.deleted_at is null
  order by b.created_at desc
  limit 1
`

/** Runs of a series that were started, and its times that were missed, newest first. */
export const SERIES_RUNS = `
  select r.*
  from (
    select b.id, b.status, coalesce(b.collect_at, b.started_at) as at, b.run_id::float8 as run_id, b.note
    from engage_broadcast b
    where b.series_id = :series and b.status not in ('draft', 'scheduled') and b.deleted_at is null
    union all
    select '', 'missed', m.due_at, null, m.note from engage_broadcast_missed m where m.series_id = :series
  ) r
  where :after::timestamptz is null or (r.at, r.id) < (:after::timestamptz, :after_id)
  order by r.at desc, r.id desc
  limit :limit
`
