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
    returning e.id::float8 as id, e.profile_id::float8 as profile_id
  `
}

/**
 * Lets people go on who are at a step and for whom something they wait for has come since they came to it: by the way of
 * what happened first.
 * @param found - a select of `profile_id`, `at` and `context` for each way
 */
export function comeUp(found: { way: string; sql: string }[]): string {
  const same = ["order_id", "cart_id", "product_id"].map(
    (key) => `f.context ->> '${key}' = i.context ->> '${key}'`
  )
  const waiting = (of: string) =>
    `${of}.campaign_id = :id and ${of}.version = :version and ${of}.step = :step and ${of}.ended_at is null and ${of}.found is not distinct from :state::text`
  const happened = found.map(
    ({ way, sql }) => `select '${way}' as way, profile_id, at, context from (${sql}) ${way}`
  )
  return `
    update ${ENROLLMENT} e
    set found = first.way, due_at = :now
    from (
      select distinct on (i.id) i.id, f.way
      from (${happened.join(" union all ")}) f
      join ${ENROLLMENT} i on i.profile_id = f.profile_id and f.at >= to_timestamp((i.path -> -1 ->> 2)::bigint)
        and (not :same::boolean or ${same.join(" or ")})
      where ${waiting("i")}
      order by i.id, f.at, f.way
    ) first
    where e.id = first.id and ${waiting("e")}
  `
}
