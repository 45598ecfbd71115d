/** People whose time zone is a guess and whose browser has told one since a moment. */
export const VISITORS_DUE = `
  update engage_profile_raw r set due = true
  from engage_profile p, engage_session s
  where p.id = r.profile_id and s.profile_id = p.id and s.last_at > :since::timestamptz and s.time_zone is not null
    and not r.due and p.removed_at is null and p.time_zone_confidence < 60
`
