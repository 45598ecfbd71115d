import { TEMPLATE } from "../tables"

const COLUMNS = `id, name, channel, subject, preheader, html, text, card, document, languages, attachments, folder, tags,
  archived_at, created_at, updated_at`

export const INSERT_TEMPLATE = `
  insert into ${TEMPLATE} (
    id, name, channel, subject, preheader, html, text, card, document, languages, attachments, folder, created_at, updated_at
  )
  values (:id, :name, :channel, :subject, :preheader, :html, :text, :card::jsonb, :document::jsonb,
    :languages::jsonb, :attachments::jsonb, :folder, :now, :now)
  returning ${COLUMNS}
`

export const UPDATE_TEMPLATE = `
  update ${TEMPLATE}
  set name = :name, subject = :subject, preheader = :preheader, html = :html, text = :text, card = :card::jsonb,
    document = :document::jsonb, languages = :languages::jsonb, attachments = :attachments::jsonb,
    folder = :folder, updated_at = :now
  where id = :id and deleted_at is null
  returning ${COLUMNS}
`

export const ARCHIVE_TEMPLATE = `
  update ${TEMPLATE}
  set archived_at = case when :archived then coalesce(archived_at, :now) end
  where id = :id and deleted_at is null
  returning ${COLUMNS}
`

export const DELETE_TEMPLATE = `
  update ${TEMPLATE}
  set deleted_at = :now
  where id = :id and deleted_at is null
`

export const RESTORE_TEMPLATE = `
  update ${TEMPLATE}
  set deleted_at = null
  where id = :id
`

export const TEMPLATE_BY_ID = `
  select ${COLUMNS}
  from ${TEMPLATE}
  where id = :id and deleted_at is null
`

/** Newest change first; ids break ties, so that a page never skips or repeats a template. */
export const LIST_TEMPLATES = `
  select id, name, channel, subject, case when subject = '' then left(text, 200) end as excerpt, folder, tags,
    archived_at, created_at, updated_at
  from ${TEMPLATE}
  where deleted_at is null
    and (archived_at is not null) = :archived
    and (:folder::text is null or folder = :folder)
    and (:tag::text is null or :tag = any(tags))
    and (:channel::text is null or channel = :channel)
    and (:q::text is null or name ilike :q or subject ilike :q or (channel <> 'email' and text ilike :q))
    and (:before_at::timestamptz is null or (date_trunc('milliseconds', updated_at), id) < (:before_at, :before_id))
  order by date_trunc('milliseconds', updated_at) desc, id desc
  limit :limit
`

export const TEMPLATE_HEADS = `
  select id, name, channel, coalesce(nullif(subject, ''), text, '') as subject
  from ${TEMPLATE}
  where id = any(:ids::text[]) and deleted_at is null
`

/** E-mails that are small enough for a picture of them in a list. */
export const PICTURED_TEMPLATES = `
  select id, subject, preheader, html
  from ${TEMPLATE}
  where id = any(:ids::text[]) and deleted_at is null and channel = 'email' and length(html) <= 300000
  order by id
`
