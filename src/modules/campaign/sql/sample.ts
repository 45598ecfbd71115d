import { PROFILE } from "../../profile/tables"
import { CAMPAIGN_VERSION, ENROLLMENT } from "../tables"
import { withProduct } from "./enter"

/** What let the last person in, by a version with a trigger of the same type. */
export const LAST_ENTRANT = `
  select e.entered_at as at, e.context
  from ${ENROLLMENT} e
  join ${CAMPAIGN_VERSION} v on v.campaign_id = e.campaign_id and v.version = e.version
  where e.campaign_id = :id and v.plan #>> '{trigger,type}' = :type
  order by e.id desc
  limit 1
`

/** A person's last way through a campaign. */
export const LAST_WAY_OF = `
  select id::float8 as id, entered_at, context, facts
  from ${ENROLLMENT}
  where campaign_id = :id and profile_id = :profile
  order by id desc
  limit 1
`

/**
 * What would have let the last person in.
 * @param found - select of `profile_id`, `at` and `context`
 */
export const lastOccurrence = (found: string) => `
  select last.at, ${withProduct("last.context")} as context
  from (
    select f.at, f.context
    from (${found}) f
    join ${PROFILE} p on p.id = f.profile_id and p.removed_at is null
    order by f.at desc
    limit 1
  ) last
`
