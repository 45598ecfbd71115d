/** Names of admin users, by id; the e-mail address where there is no name. */
export const USER_NAMES = `
  select id, coalesce(nullif(btrim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), ''), email) as name
  from "user" where id = any(:ids::text[])
`
