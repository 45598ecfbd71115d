import { CONSENT } from "../../profile/tables"

export const STORED_CONSENTS = `
  select profile_id::float8 as profile_id, channel, topic, state, since
  from ${CONSENT}
  where profile_id = any(:profiles::bigint[])
`
