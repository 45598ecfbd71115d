import { RUN, SANDBOX_MAIL } from "../tables"
import { PROFILE } from "../../profile/tables"

export const STORE_MAIL = `
  insert into ${SANDBOX_MAIL} (at, run_id, profile_id, pass, recipient, headers, subject, html, text, card)
  select *
  from unnest(
    :ats::timestamptz[], :runs::bigint[], :profiles::bigint[], :passes::bigint[], :recipients::text[],
    :headers::jsonb[], :subjects::text[], :htmls::text[], :texts::text[], :cards::jsonb[]
  )
  on conflict do nothing
`

export const LIST_MAIL = `
  select
    s.id::float8 as id, s.at, s.run_id::float8 as run_id, s.profile_id::float8 as profile_id, s.pass::float8 as pass,
    s.recipient, s.subject, left(s.text, 200) as text, r.channel, r.kind, r.ref, r.title,
    p.first_name, p.last_name, p.email
  from ${SANDBOX_MAIL} s
  join ${RUN} r on r.id = s.run_id
  left join ${PROFILE} p on p.id = s.profile_id
  where :before::bigint is null or s.id < :before
  order by s.id desc
  limit :limit
`

export const MAIL_OF_MESSAGE = `
  select at, recipient, headers, subject, html, text, card
  from ${SANDBOX_MAIL}
  where run_id = :run and profile_id = :profile and pass = :pass
`
