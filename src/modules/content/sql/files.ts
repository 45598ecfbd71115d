import { CONSTANT, FILE, REPLACEMENT, REPLACEMENT_PART, SAVED_BLOCK, TEMPLATE } from "../tables"

export const INSERT_PICTURE = `
  insert into ${FILE} (id, file_id, name, type, size, url, mark)
  values (:id, :file_id, :name, :type, :size, :url, :mark)
`

export const DELETE_FILE = `delete from ${FILE} where id = :id`

/** What goes along with a content, and the pictures whose addresses stand in it. */
export const MARK_SENT = `
  update ${FILE}
  set sent_at = :now
  where sent_at is null and (id = any(:attached::text[]) or position(mark in :words::text) > 0)
`

/** Everything that can still be sent, or put back; a frozen content has marked its files. */
const PLACES = `
  places as materialized (
    select 'template' as kind, id, name, concat_ws(' ', html, text, card, document, languages) as words, attachments
    from ${TEMPLATE}
    where deleted_at is null
    union all
    select 'block', id, name, block::text, '[]' from ${SAVED_BLOCK}
    union all
    select 'constant', key, label, value, '[]' from ${CONSTANT}
    union all
    select 'replacement', p.target_id, p.name, p.before::text, coalesce(p.before->'attachments', '[]')
    from ${REPLACEMENT_PART} p
    join ${REPLACEMENT} r on r.id = p.replacement_id
    where r.undone_at is null
  )
`
const USES = `
  position(f.mark in p.words) > 0 or p.attachments @> jsonb_build_array(jsonb_build_object('id', f.id))
`
/** What was uploaded a moment ago may be for a message that somebody is writing. */
const UNUSED = `
  f.sent_at is null and f.created_at < :before and not exists (select 1 from places p where ${USES})
`
const CREATED = `date_trunc('milliseconds', f.created_at)`

/** A page of files, newest first. */
export const LIST_FILES = `
  with ${PLACES}
  select f.id, f.name, f.type, f.size::float8 as size, f.url, f.created_at, f.lost_at, f.sent_at is not null as sent, (
    select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'id', p.id, 'name', p.name) order by p.name, p.id), '[]')
    from places p
    where ${USES}
  ) as used_in
  from ${FILE} f
  where (not :unused::boolean or (${UNUSED})) and (not :lost::boolean or f.lost_at is not null)
    and (:after::timestamptz is null or (${CREATED}, f.id) < (:after, :after_id))
  order by ${CREATED} desc, f.id desc
  limit :limit
`

export const COUNT_UNUSED = `
  with ${PLACES}
  select count(*)::int as count, coalesce(sum(f.size), 0)::float8 as bytes
  from ${FILE} f
  where ${UNUSED}
`

/** Of some files those that are still unused. */
export const DELETE_UNUSED = `
  with ${PLACES}
  delete from ${FILE} f
  where f.id = any(:ids::text[]) and ${UNUSED}
  returning f.id, f.file_id
`
