import { VISITOR } from "../../profile/events/tables"
import { PROFILE } from "../../profile/tables"
import { CORNER } from "../../../types/content"
import { IN_APP } from "../tables"

export const STORE_IN_APP = `
  insert into ${IN_APP} (run_id, profile_id, pass, at, expires_at, title, text, card)
  select r.run_id, r.profile_id, r.pass, r.at, r.at + make_interval(days => :days::int), r.title, r.text, r.card
  from unnest(
    :runs::bigint[], :profiles::bigint[], :passes::bigint[], :ats::timestamptz[], :titles::text[], :texts::text[],
    :cards::jsonb[]
  ) as r (run_id, profile_id, pass, at, title, text, card)
  on conflict do nothing
`

/** What waits for a person, also under the numbers of profiles that were merged into theirs, the oldest first. */
export const WAITING_IN_APP = `
  select run_id::float8 as run_id, profile_id::float8 as profile_id, pass::float8 as pass, at, title, text, card,
    seen_at is not null as seen
  from ${IN_APP}
  where profile_id in (select id from ${PROFILE} where id = :profile or merged_into = :profile)
    and ended_at is null and expires_at > :now
    and (:place::text is null or coalesce(card ->> 'place', '${CORNER}') = :place)
  order by at, run_id
  limit :limit
`

/** Notes what the person did with a message; answers nothing when there is no such message. */
export const MARK_IN_APP = `
  update ${IN_APP}
  set seen_at = coalesce(seen_at, :now), ended_at = case when :ends::boolean then coalesce(ended_at, :now) else ended_at end
  where run_id = :run and profile_id = :profile and pass = :pass
`

export const PROFILE_OF_VISITOR = `
  select profile_id::float8 as id from ${VISITOR} where key = :key and profile_id is not null
`
