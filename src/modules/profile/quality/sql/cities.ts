import { CITY_KEY } from "../../sql/contact"

/** People whose town has another name now than they have. */
export const RESPELL = `
  update engage_profile_raw r set due = true
  from engage_profile p, engage_city c
  where p.id = r.profile_id and p.removed_at is null and not r.due and r.city is not null
    and c.country = lower(coalesce(r.country, '')) and c.key = ${CITY_KEY("r.city")} and c.name is distinct from p.city
`
