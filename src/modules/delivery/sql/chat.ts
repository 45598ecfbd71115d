import { CONTENT } from "../../content/tables"
import { VISITOR } from "../../profile/events/tables"
import { ENDPOINT, PROFILE } from "../../profile/tables"
import { MESSAGE, RUN } from "../tables"
import { contentOf } from "./variants"

export const VISITOR_BY_KEY = `
  select id::float8 as id, key, profile_id::float8 as profile_id from ${VISITOR} where key = :key
`

export const VISITOR_BY_ID = `
  select id::float8 as id, key, profile_id::float8 as profile_id from ${VISITOR} where id = :id
`

/** Whose chat it is already. */
export const GUEST_OF_CHAT = `
  select profile_id::float8 as "profileId", visitor from ${ENDPOINT} where channel = :channel and address = :address
`

/** The button of a message, when the chat is that of the person who got it, or of whom they were merged into. */
export const PRESSED_BUTTON = `
  select r.ref, r.title, r.kind, e.profile_id::float8 as profile_id, c.card->'buttons'->(:button::int)->>'label' as label
  from ${RUN} r
  join ${MESSAGE} m on m.run_id = r.id and m.run_at = r.started_at and m.profile_id = :profile and m.pass = :pass
  join ${CONTENT} c on c.id = ${contentOf("m", "r")}
  join ${PROFILE} p on p.id = m.profile_id
  join ${ENDPOINT} e
    on e.channel = r.channel and e.address = :address and e.profile_id in (p.id, p.merged_into)
  where r.id = :run and r.channel = :channel
`
