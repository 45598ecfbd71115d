import { CAMPAIGN, ENROLLMENT } from "../tables"

/** The live campaigns, those that were not looked at for longest first, and whether somebody in them is due. */
export const LIVE_CAMPAIGNS = `
  select c.id, c.version, c.scanned_at, exists (
    select 1 from ${ENROLLMENT} e where e.campaign_id = c.id and e.ended_at is null and e.due_at <= :now
  ) as due
  from ${CAMPAIGN} c
  where c.status = 'live' and c.deleted_at is null
  order by c.scanned_at nulls first, c.id
`
