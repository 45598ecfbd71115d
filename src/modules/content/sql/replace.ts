import { REPLACEMENT, REPLACEMENT_PART, SAVED_BLOCK, TEMPLATE } from "../tables"

/** All that can hold a text, by name: templates, and the saved blocks that new messages are made of. */
export const SEARCHED_TEMPLATES = `
  select id, name, channel, subject, preheader, html, text, card, document, languages
  from ${TEMPLATE}
  where deleted_at is null
  order by lower(name), id
`

export const SEARCHED_BLOCKS = `select id, name, block from ${SAVED_BLOCK} order by lower(name), id`

export const LOCK_TEMPLATES = `
  select id from ${TEMPLATE} where id = any(:ids::text[]) and deleted_at is null order by id for update
`

export const LOCK_BLOCKS = `select id from ${SAVED_BLOCK} where id = any(:ids::text[]) order by id for update`

export const INSERT_REPLACEMENT = `
  insert into ${REPLACEMENT} (id, find, replacement, match_case, at)
  values (:id, :find, :replace, :match_case, :now)
`

export const INSERT_PART = `
  insert into ${REPLACEMENT_PART} (replacement_id, kind, target_id, name, places, before, after_at)
  values (:replacement, :kind, :id, :name, :places, :before::jsonb, :now)
`

const WITH_PARTS = `
  select r.id, r.find, r.replacement as replace, r.match_case, r.at, r.undone_at,
    (
      select jsonb_agg(jsonb_build_object('kind', p.kind, 'id', p.target_id, 'name', p.name, 'places', p.places)
        order by lower(p.name), p.target_id)
      from ${REPLACEMENT_PART} p
      where p.replacement_id = r.id
    ) as changed
  from ${REPLACEMENT} r
`

export const LATEST_REPLACEMENTS = `${WITH_PARTS} order by r.at desc, r.id desc limit :limit`
export const REPLACEMENT_BY_ID = `${WITH_PARTS} where r.id = :id`

/** Marks it as taken back, once. */
export const UNDO_REPLACEMENT = `
  update ${REPLACEMENT} set undone_at = :now where id = :id and undone_at is null
`

/** What stood there before, where nothing was changed since and it is still there. */
export const PARTS_TO_UNDO = `
  select p.kind, p.target_id as id, p.name, p.before,
    coalesce(t.updated_at, b.updated_at) = p.after_at as untouched
  from ${REPLACEMENT_PART} p
  left join ${TEMPLATE} t on p.kind = 'template' and t.id = p.target_id and t.deleted_at is null
  left join ${SAVED_BLOCK} b on p.kind = 'block' and b.id = p.target_id
  where p.replacement_id = :id and coalesce(t.id, b.id) is not null
  order by lower(p.name), p.target_id
`
