import { IDENTITY } from "../../profile/tables"

/** Select of the `profile_id` behind a customer, or else behind an e-mail address. Both are SQL; either may be null. */
export const personOf = (customer: string, email: string) => `
  select profile_id from ${IDENTITY} i
  where (i.kind = 'customer' and i.value = ${customer}) or (i.kind = 'email' and i.value = lower(btrim(${email})))
  order by i.kind
  limit 1
`
