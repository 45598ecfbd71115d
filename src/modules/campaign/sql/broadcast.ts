const COLUMNS = `
  b.id, b.name, b.folder, b.tags, b.status, b.series_id, b.channel, b.topic, b.segment_id, b.exclude_segment_ids, b.template_id, b.attribution_days,
  b.attribution_terms, b.plan, b.collect_at, b.note, b.archived_at, b.run_id::float8 as run_id, b.started_at, b.finished_at, b.created_at, b.updated_at
`

export const INSERT_BROADCAST = `
  insert into engage_broadcast as b (
    id, name, folder, status, channel, topic, segment_id, exclude_segment_ids, template_id, attribution_days, attribution_terms, plan
  )
  values (
    :id, :name, :folder, 'draft', :channel, :topic, :segment_id, :exclude_segment_ids::text[], :template_id, :attribution_days::int,
    :attribution_terms::jsonb, :plan::jsonb
  )
  returning ${COLUMNS}
`

export const UPDATE_BROADCAST = `
  update engage_broadcast b
  set name = :name, folder = :folder, channel = :channel, topic = :topic, segment_id = :segment_id, exclude_segment_ids = :exclude_segment_ids::text[],
    template_id = :template_id, attribution_days = :attribution_days::int, attribution_terms = :attribution_terms::jsonb, plan = :plan::jsonb, collect_at = :collect_at,
    archived_at = case when :archived::boolean is null then archived_at when :archived then coalesce(archived_at, now()) end,
    note = null, updated_at = now()
  where b.id = :id and b.deleted_at is null and (b.status in ('draft', 'scheduled') or :started)
  returning ${COLUMNS}
`

export const SET_DELETED = `
  update engage_broadcast set deleted_at = case when :deleted then now() end
  where id = :id and status = 'draft'
`

export const BROADCAST_BY_ID = `select ${COLUMNS} from engage_broadcast b where b.id = :id and b.deleted_at is null`

export const BROADCASTS_BY_RUN = `select ${COLUMNS} from engage_broadcast b where b.run_id = any(:runs::bigint[])`

export const LIST_BROADCASTS = `
  select ${COLUMNS} from engage_broadcast b
  where b.deleted_at is null
    and (b.archived_at is not null) = :archived
    and (:folder::text is null or b.folder = :folder)
    and (:tag::text is null or :tag = any(b.tags))
    and (:status::text is null or b.status = :status)
    and (:q::text is null or lower(b.name) like :q)
    and (:after::timestamptz is null or (b.created_at, b.id) < (:after::timestamptz, :after_id))
  order by b.created_at desc, b.id desc
  limit :limit
`

export const BROADCASTS_USING = `
  select b.id, b.name, b.status, s.segment_id
  from engage_broadcast b
  join unnest(:segments::text[]) as s (segment_id) on s.segment_id = b.segment_id or s.segment_id = any(b.exclude_segment_ids)
  where b.deleted_at is null
  order by b.created_at desc
`

/** Whoever comes first starts it; the second finds no draft. */
export const START_BROADCAST = `
  update engage_broadcast
  set status = 'freezing', run_id = :run, started_at = :now, note = null, updated_at = now()
  where id = :id and status in ('draft', 'scheduled') and deleted_at is null
`

export const SCHEDULE_BROADCAST = `
  update engage_broadcast
  set status = 'scheduled', collect_at = :collect_at, note = null, updated_at = now()
  where id = :id and status = 'draft' and deleted_at is null
`

export const UNSCHEDULE_BROADCAST = `
  update engage_broadcast
  set status = 'draft', collect_at = null, note = null, updated_at = now()
  where id = :id and status = 'scheduled'
`

/** A broadcast whose time has come; one that could not start is tried again a minute later. */
export const CLAIM_DUE = `
  select ${COLUMNS} from engage_broadcast b
  where b.status = 'scheduled' and b.collect_at <= :now and b.deleted_at is null
    and (b.note is null or b.updated_at < :now::timestamptz - interval '1 minute')
  order by b.collect_at
  limit 1
  for update skip locked
`

export const NOTE_PROBLEM = `update engage_broadcast set note = :note, updated_at = :now where id = :id and status = 'scheduled'`

export const SET_STATUS = `
  update engage_broadcast
  set status = :status, finished_at = :finished_at, updated_at = now()
  where id = :id and status = any(:from::text[])
`

export const SET_TEMPLATE = `
  update engage_broadcast set template_id = :template, updated_at = now() where id = :id
`

/** Broadcasts whose run still has to be frozen, one at a time; one that failed comes after the others. */
export const CLAIM_FREEZING = `
  select ${COLUMNS} from engage_broadcast b
  where b.status = 'freezing' and b.deleted_at is null
  order by b.updated_at
  limit 1
  for update skip locked
`

export const POSTPONE_FREEZING = `update engage_broadcast set updated_at = now() where id = :id`

/** Broadcasts whose run has come to its end, with whether everybody who could be reached was. */
export const CLOSE_FINISHED = `
  update engage_broadcast b
  set status = case when t.troubled then 'partly_failed' else 'completed' end, finished_at = r.finished_at, updated_at = now()
  from engage_run r,
  lateral (
    select exists (
      select 1 from engage_message m where m.run_id = r.id and m.run_at = r.started_at and m.state in (:failed, :uncertain)
    ) as troubled
  ) t
  where r.id = b.run_id and b.status = 'sending' and r.status = 'completed'
  returning b.id
`

/** Broadcasts whose run was stopped by itself. A pause by hand stops both at once. */
export const HOLD_BRAKED = `
  update engage_broadcast b
  set status = 'paused', updated_at = now()
  from engage_run r
  where r.id = b.run_id and b.status = 'sending' and r.status = 'paused'
`

export const ANY_FREEZING = `select 1 from engage_broadcast where status = 'freezing' and deleted_at is null limit 1`
