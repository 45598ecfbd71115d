import { SENDER, SENDER_RULE } from "../tables"

export const SENDERS = `select id, name, email, reply_to, records from ${SENDER} order by name, email`

export const SENDER_BY_ID = `select id, name, email, reply_to, records from ${SENDER} where id = :id`

export const INSERT_SENDER = `
  insert into ${SENDER} (id, name, email, reply_to)
  values (:id, :name, :email, :reply_to)
  on conflict (lower(email), lower(name)) do nothing
`

/** What was found about another address says nothing about a new one. */
export const UPDATE_SENDER = `
  update ${SENDER} s
  set name = :name, email = :email, reply_to = :reply_to,
    records = case when lower(s.email) = lower(:email) then s.records end
  where s.id = :id and not exists (
    select 1 from ${SENDER} o where o.id <> s.id and lower(o.email) = lower(:email) and lower(o.name) = lower(:name)
  )
`

export const DELETE_SENDER = `delete from ${SENDER} where id = :id`

export const SET_RECORDS = `update ${SENDER} set records = :records::jsonb where id = :id`

export const SENDER_RULES = `select language, sales_channel_id, sender_id from ${SENDER_RULE} order by no`

/** Before all rules are written anew. */
export const DROP_SENDER_RULES = `delete from ${SENDER_RULE}`

export const INSERT_SENDER_RULES = `
  insert into ${SENDER_RULE} (no, language, sales_channel_id, sender_id)
  select r.no, r.language, r.sales_channel_id, r.sender_id
  from unnest(:languages::text[], :sales_channels::text[], :senders::text[])
    with ordinality as r (language, sales_channel_id, sender_id, no)
`
