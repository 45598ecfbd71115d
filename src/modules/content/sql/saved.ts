import { SAVED_BLOCK, TEMPLATE } from "../tables"

const COLUMNS = `id, name, block, updated_at`

export const SAVED_BLOCKS = `
  select ${COLUMNS} from ${SAVED_BLOCK} order by lower(name), id
`

export const SAVED_BLOCK_BY_ID = `
  select ${COLUMNS} from ${SAVED_BLOCK} where id = :id
`

export const INSERT_SAVED_BLOCK = `
  insert into ${SAVED_BLOCK} (id, name, block, created_at, updated_at)
  values (:id, :name, :block::jsonb, :now, :now)
  returning ${COLUMNS}
`

export const UPDATE_SAVED_BLOCK = `
  update ${SAVED_BLOCK} set name = :name, block = :block::jsonb, updated_at = :now
  where id = :id
  returning ${COLUMNS}
`

export const DELETE_SAVED_BLOCK = `delete from ${SAVED_BLOCK} where id = :id`

/** Templates that have a saved block somewhere, however deep. */
export const SAVED_BLOCK_USES = `
  select distinct found.saved_id, t.id, t.name
  from ${TEMPLATE} t
  cross join lateral (
    select x #>> '{}' as saved_id from jsonb_path_query(
      jsonb_build_array(t.document, t.languages), 'strict $.**.saved_id', silent => true
    ) x
  ) found
  where t.deleted_at is null and found.saved_id = any(:ids::text[])
  order by t.name, t.id
`

/** The templates that have the block, held until the transaction ends. */
export const TEMPLATES_WITH_BLOCK = `
  select t.id, t.document, t.html, t.languages from ${TEMPLATE} t
  where t.deleted_at is null
    and jsonb_path_exists(
      jsonb_build_array(t.document, t.languages), 'strict $.** ? (@.saved_id == $id)', jsonb_build_object('id', :id::text), true
    )
  order by t.id
  for update
`

export const WRITE_DOCUMENT = `
  update ${TEMPLATE} set document = :document::jsonb, html = :html, languages = :languages::jsonb, updated_at = :now where id = :id
`
