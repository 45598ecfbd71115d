const COLUMNS = `v.id, v.list, v.name, v.query, v.hidden, v.shared, v.owner_id = :owner as mine`

/** An admin user's own views and those shared by others. */
export const LIST_VIEWS = `
  select ${COLUMNS} from engage_list_view v
  where v.list = :list and (v.owner_id = :owner or v.shared)
  order by lower(v.name), v.id limit 500
`

/** A name that the user has already is written anew. */
export const SAVE_VIEW = `
  insert into engage_list_view as v (id, list, owner_id, name, query, hidden, shared)
  values (:id, :list, :owner, :name, :query, :hidden::text[], :shared)
  on conflict (list, owner_id, name) do update
    set query = excluded.query, hidden = excluded.hidden, shared = excluded.shared
  returning ${COLUMNS}
`

export const COUNT_VIEWS = `
  select count(*)::int as n from engage_list_view where list = :list and owner_id = :owner and name <> :name
`

export const SHARE_VIEW = `
  update engage_list_view v set shared = :shared where v.id = :id and v.owner_id = :owner returning ${COLUMNS}
`

export const DELETE_VIEW = `delete from engage_list_view where id = :id and owner_id = :owner`
