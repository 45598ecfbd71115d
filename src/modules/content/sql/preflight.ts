import { PROFILE } from "../../profile/tables"

/** The newest people, to try a message out on. */
export const NEWEST_PEOPLE = `
  select id as profile_id from ${PROFILE} where removed_at is null order by id desc limit :sample_size
`

/** Some of the people that a select of `profile_id` names. */
export const someOf = (people: string) => `
  select a.profile_id
  from (${people}) a
  join ${PROFILE} p on p.id = a.profile_id and p.removed_at is null
  limit :sample_size
`
