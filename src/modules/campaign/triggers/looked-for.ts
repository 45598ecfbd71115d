import { EVENT } from "../../profile/events/tables"
import { TIME_SPENT } from "../../profile/events/time-spent"

/**
 * SQL of the seconds for which the person of the view `event` has looked at the same product or category within a week of
 * it, as their pages told when they were left.
 */
export const LOOKED_FOR = (event: string) => `
  (
    select coalesce(sum(case when jsonb_typeof(t.properties -> 'seconds') = 'number' then (t.properties ->> 'seconds')::numeric end), 0)
    from ${EVENT} t
    where t.name = '${TIME_SPENT}' and t.profile_id = ${event}.profile_id
      and t.at between ${event}.at - interval '7 days' and ${event}.at + interval '1 day'
      and (t.properties ->> 'product_id' = ${event}.properties ->> 'product_id'
        or t.properties ->> 'category' = ${event}.properties ->> 'category')
  )`
