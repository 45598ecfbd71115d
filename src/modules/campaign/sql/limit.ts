import { STEP_PASS } from "../tables"

/** Held until the transaction has counted who went on. */
export const LOCK_STEP = `select pg_advisory_xact_lock(hashtextextended(:key, 0))`

/** How many went on at a step, ever and on the shop's day of `:now`, over all versions. */
export const WENT_ON = `
  select coalesce(sum(people), 0)::float8 as ever,
    coalesce(sum(people) filter (
      where at >= date_trunc('day', :now::timestamptz at time zone :zone) at time zone :zone
    ), 0)::float8 as today
  from ${STEP_PASS}
  where campaign_id = :id and step = :step and way = 'in'
`
