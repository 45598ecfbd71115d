const COLUMNS = `
  i.id, i.no::float8 as no, i.kind, i.status, i.filename, i.columns, i.mapping, i.settings, i.total, i.next_row as processed, i.counts,
  i.checked, i.error, i.actor, i.created_at, i.started_at, i.finished_at, i.rows_gone
`

export const INSERT_IMPORT = `
  insert into engage_import as i (id, kind, status, filename, settings, actor, created_at)
  values (:id, :kind, 'mapping', :filename, :settings::jsonb, :actor, :now)
  returning ${COLUMNS}
`

export const INSERT_ROWS = `
  insert into engage_import_row (import_no, row_no, cells, unreadable, outcome, message)
  select :no, r.row, r.cells, r.message is not null, case when r.message is not null then :refused::smallint end, r.message
  from jsonb_to_recordset(:rows::jsonb) as r (row integer, cells jsonb, message text)
`

export const FINISH_UPLOAD = `
  update engage_import as i
  set columns = :columns::jsonb, mapping = :mapping::jsonb, total = :total
  where i.id = :id
  returning ${COLUMNS}
`

export const IMPORT_BY_ID = `select ${COLUMNS} from engage_import i where i.id = :id`

export const LIST_IMPORTS = `
  select ${COLUMNS} from engage_import i
  where :after::timestamptz is null or (i.created_at, i.id) < (:after::timestamptz, :after_id)
  order by i.created_at desc, i.id desc
  limit :limit
`

/** A new mapping makes the last check worthless. */
export const SET_MAPPING = `
  update engage_import as i
  set mapping = :mapping::jsonb, settings = :settings::jsonb, status = 'mapping', checked = null
  where i.id = :id and i.status in ('mapping', 'checked', 'failed') and i.started_at is null
  returning ${COLUMNS}
`

export const SET_STATUS = `
  update engage_import as i
  set
    status = :status,
    next_row = case when :rewind::boolean then 0 else i.next_row end,
    counts = case when :rewind::boolean and :status <> 'undoing' then :zero::jsonb else i.counts end,
    started_at = case when :status = 'running' then :now else i.started_at end,
    finished_at = case when :status = any(:over::text[]) then :now::timestamptz end,
    error = :error
  where i.id = :id and i.status = any(:from::text[])
  returning ${COLUMNS}
`

/** The import to go on with; whoever holds it works alone on it. */
export const CLAIM = `
  select ${COLUMNS} from engage_import i
  where i.status in ('checking', 'running', 'undoing')
  order by i.created_at
  limit 1
  for update skip locked
`

export const ANY_BUSY = `select 1 from engage_import where status in ('checking', 'running', 'undoing') limit 1`

export const NEXT_ROWS = `
  select row_no as row, cells, unreadable
  from engage_import_row
  where import_no = :no and row_no > :after
  order by row_no
  limit :limit
`

export const WRITE_RESULTS = `
  update engage_import_row r
  set outcome = w.outcome, message = w.message, undo = w.undo
  from jsonb_to_recordset(:rows::jsonb) as w (row integer, outcome smallint, message text, undo jsonb)
  where r.import_no = :no and r.row_no = w.row
`

export const ADVANCE = `
  update engage_import
  set next_row = :next, counts = :counts::jsonb
  where id = :id
`

export const END_CHECK = `update engage_import set status = 'checked', checked = counts where id = :id`

/** Backwards, so that of two rows about one thing the later is taken back first. */
export const ROWS_TO_UNDO = `
  select row_no as row, undo
  from engage_import_row
  where import_no = :no and row_no <= :upto and undo is not null
  order by row_no desc
  limit :limit
`

export const LIST_ROWS = `
  select row_no as row, cells, outcome, message
  from engage_import_row
  where import_no = :no and row_no > :after and (:outcome::smallint is null or outcome = :outcome::smallint)
  order by row_no
  limit :limit
`

export const SAVE_MAPPING = `
  insert into engage_import_mapping (kind, columns_key, mapping, used_at)
  values (:kind, :key, :mapping::jsonb, :now)
  on conflict (kind, columns_key) do update set mapping = excluded.mapping, used_at = excluded.used_at
`

export const SAVED_MAPPING = `select mapping from engage_import_mapping where kind = :kind and columns_key = :key`

export const DELETE_IMPORT = `
  with gone as (
    delete from engage_import where id = :id and status not in ('checking', 'running', 'undoing') returning no
  ), rows as (
    delete from engage_import_row r using gone where r.import_no = gone.no
  )
  select no from gone
`

/** Uploaded rows are personal data: they go after a while, and with them the way back. */
export const DROP_OLD_ROWS = `
  with old as (
    update engage_import set rows_gone = true
    where created_at < :before and not rows_gone and status not in ('checking', 'running', 'undoing')
    returning no
  )
  delete from engage_import_row r using old where r.import_no = old.no
`
