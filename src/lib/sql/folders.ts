export const FOLDERS = (table: string) => `
  select distinct folder from ${table} where deleted_at is null and folder <> '' order by 1
`

/** Tells in which folder each was before. */
export const MOVE_TO_FOLDER = (table: string) => `
  update ${table} t
  set folder = moves.folder
  from jsonb_to_recordset(:moves::jsonb) as moves (id text, folder text),
    lateral (select folder from ${table} b where b.id = moves.id) before
  where t.id = moves.id and t.deleted_at is null
  returning t.id, before.folder
`
