import { CONTENT } from "../tables"

export const INSERT_CONTENT = `
  insert into ${CONTENT} (created_at, channel, subject, preheader, html, text, links, card, languages, attachments)
  values (:now, :channel, :subject, :preheader, :html, :text, :links::jsonb, :card::jsonb, :languages::jsonb,
    :attachments::jsonb)
  returning id::float8 as id
`

export const CONTENT_BY_ID = `
  select subject, preheader, html, text, links, card, languages, attachments
  from ${CONTENT}
  where id = :id
`
