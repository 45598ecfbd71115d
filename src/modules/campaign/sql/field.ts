import { PROFILE } from "../../profile/tables"

/** What people's field holds, each row locked, in an order in which nobody waits for one who waits for them. */
export const FIELD_NOW = `
  select id::float8 as id, custom ->> :field as value
  from ${PROFILE}
  where id = any(:profiles::bigint[])
  order by id
  for no key update
`
