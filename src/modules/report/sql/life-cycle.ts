import { CAMPAIGN } from "../../campaign/tables"

/** Campaigns that are meant for a stage, those that run first. */
export const STAGED_CAMPAIGNS = `
  select id, name, status, stage
  from ${CAMPAIGN}
  where stage is not null and status <> 'archived' and deleted_at is null
  order by status <> 'live', created_at
`
