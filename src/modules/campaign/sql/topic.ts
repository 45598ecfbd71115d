import { BROADCAST, CAMPAIGN, CAMPAIGN_VERSION } from "../tables"

/** Campaigns and broadcasts that are still to be about a topic; a campaign by its draft or by what is published. */
export const TOPIC_USES = `
  select 'campaign' as kind, c.name, c.status
  from ${CAMPAIGN} c
  left join ${CAMPAIGN_VERSION} v on v.campaign_id = c.id and v.version = c.version
  where c.deleted_at is null and c.status = any(:statuses::text[]) and (c.plan ->> 'topic' = :key or v.plan ->> 'topic' = :key)
  union all
  select 'broadcast', b.name, b.status
  from ${BROADCAST} b
  where b.deleted_at is null and b.archived_at is null and b.status = any(:statuses::text[]) and b.topic = :key
  order by 1, 2
  limit 20
`
