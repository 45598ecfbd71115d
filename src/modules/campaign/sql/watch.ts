import { ENROLLMENT } from "../tables"

/**
 * Ends the way of people inside for whom a goal was reached after they came in.
 * @param found - select of `profile_id`, `at` and `context`
 */
export function reachGoal(found: string): string {
  return `
    update ${ENROLLMENT} e
    set step = null, due_at = null, ended_at = :now, reason = 'goal',
      path = e.path || jsonb_build_array(jsonb_build_array(e.step, 'left', extract(epoch from :now::timestamptz)::bigint))
    from (${found}) f
    where e.campaign_id = :id and e.ended_at is null and e.profile_id = f.profile_id and f.at > e.entered_at
  `
}

/**
 * Lets people go on who are at a step and for whom what they wait for has come since they came to it.
 * @param found - select of `profile_id`, `at` and `context`
 */
export function comeUp(found: string): string {
  const same = ["order_id", "cart_id", "product_id"].map(
    (key) => `f.context ->> '${key}' = e.context ->> '${key}'`
  )
  return `
    update ${ENROLLMENT} e
    set found = :way, due_at = :now
    from (${found}) f
    where e.campaign_id = :id and e.version = :version and e.step = :step and e.ended_at is null and e.found is null
      and e.profile_id = f.profile_id and f.at >= to_timestamp((e.path -> -1 ->> 2)::bigint)
      and (not :same::boolean or ${same.join(" or ")})
  `
}
