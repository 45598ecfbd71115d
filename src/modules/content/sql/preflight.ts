import { PROFILE } from "../../profile/tables"

/** The newest people, to try a message out on. */
export const SAMPLE_PEOPLE = `
  select id as profile_id from ${PROFILE} where removed_at is null order by id desc limit :limit
`
