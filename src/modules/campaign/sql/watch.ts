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
