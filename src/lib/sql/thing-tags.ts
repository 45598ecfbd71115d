export const TAGS_OF_THINGS = (table: string) => `
  select distinct tag from ${table}, unnest(tags) tag where deleted_at is null order by 1
`

/** Tells which tags each had before. */
export const CHANGE_TAGS = (table: string) => `
  update ${table} t
  set tags = array(
    select distinct tag from unnest(before.tags || :add::text[]) tag where tag <> all (:remove::text[]) order by 1
  )
  from (select id, tags from ${table} where id = any(:ids::text[]) and deleted_at is null order by id for update) before
  where t.id = before.id
  returning t.id, before.tags
`

export const SET_TAGS = (table: string) => `
  update ${table} t
  set tags = array(select jsonb_array_elements_text(s.tags))
  from jsonb_to_recordset(:tagged::jsonb) as s (id text, tags jsonb)
  where t.id = s.id
`
