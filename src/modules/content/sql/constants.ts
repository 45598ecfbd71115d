import { CONSTANT, TEMPLATE } from "../tables"

const COLUMNS = `key, label, kind, value, built_in`

export const CONSTANTS = `
  select ${COLUMNS} from ${CONSTANT} order by not built_in, lower(label), key
`

/** Templates that speak of each constant, by name. */
export const CONSTANT_USES = `
  select c.key, t.id, t.name
  from ${CONSTANT} c
  join ${TEMPLATE} t on t.deleted_at is null
    and t.subject || ' ' || t.preheader || ' ' || t.html || ' ' || coalesce(t.text, '') || ' ' || t.languages::text
      ~ ('constants\\.' || c.key || '\\M')
  order by c.key, lower(t.name), t.id
`

export const INSERT_CONSTANT = `
  insert into ${CONSTANT} (key, label, kind, value, updated_at)
  values (:key, :label, :kind, :value, :now)
  on conflict (key) do nothing
  returning ${COLUMNS}
`

export const UPDATE_CONSTANT = `
  update ${CONSTANT}
  set label = case when built_in then label else coalesce(:label, label) end, value = coalesce(:value, value),
    updated_at = :now
  where key = :key
  returning ${COLUMNS}
`

export const DELETE_CONSTANT = `delete from ${CONSTANT} where key = :key and not built_in`
