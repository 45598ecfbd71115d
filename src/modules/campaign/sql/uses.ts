import { BROADCAST, CAMPAIGN, CAMPAIGN_VERSION } from "../tables"

/**
 * What is still to send some templates: broadcasts that have not ended, and campaigns that are not put away, by their draft
 * or by what is published. A plan names a template at whatever depth.
 */
export const TEMPLATE_USES = `
  with named as (
    select 'broadcast' as kind, b.id, b.name, b.status, b.created_at, t.template
    from ${BROADCAST} b
    cross join lateral (
      select b.template_id union select named #>> '{}' from jsonb_path_query(b.plan, '$.**.template_id') named
    ) as t (template)
    where b.deleted_at is null and b.status in ('draft', 'scheduled', 'freezing', 'sending', 'paused')
    union all
    select 'campaign', c.id, c.name, c.status, c.created_at, t.template
    from ${CAMPAIGN} c
    left join ${CAMPAIGN_VERSION} v on v.campaign_id = c.id and v.version = c.version
    cross join lateral (
      select named #>> '{}' from jsonb_path_query(c.plan, '$.**.template_id') named
      union
      select named #>> '{}' from jsonb_path_query(v.plan, '$.**.template_id') named
    ) as t (template)
    where c.deleted_at is null and c.status <> 'archived'
  )
  select template, kind, id, name, status from named
  where template = any(:templates::text[])
  order by created_at desc, id
`
