/** Joining a visitor to a profile, and taking that back. Events move only between "nobody" and the profile. */

export const LOCK_VISITOR = `
  select id::float8 as id, profile_id::float8 as profile_id from engage_visitor where key = :key for update
`

export const SET_VISITOR = `
  update engage_visitor set profile_id = :profile, claim_kind = null, claim_value = null where id = :visitor
`

/** The visit that is going on belongs to whoever has just signed in; older ones only when they were nobody's. */
export const JOIN_SESSIONS = `
  update engage_session set profile_id = :profile
  where visitor_id = :visitor and profile_id is distinct from :profile
    and (profile_id is null and last_at >= :since::timestamptz or last_at >= :current::timestamptz)
`

export const JOIN_EVENTS = `
  update engage_event set profile_id = :profile
  where at >= :since::timestamptz and profile_id is null
    and session_id in (select id from engage_session where visitor_id = :visitor)
`

/** Events of somebody who was known by an outside key only: they have no visit. */
export const JOIN_LOOSE_EVENTS = `
  update engage_event set profile_id = :profile
  where at >= :since::timestamptz and profile_id is null and visitor_id = :visitor and session_id is null
`

export const LOG_MERGE = `
  insert into engage_merge_log (visitor_id, profile_id, previous_profile_id, reason, at, since, events, sessions)
  values (:visitor, :profile, :previous, :reason, :now, :since, :events, :sessions)
`

export const MARK_DIRTY = `
  with interests as (
    insert into engage_interest_dirty (profile_id) select unnest(:profiles::bigint[]) order by 1 on conflict do nothing
  )
  insert into engage_segment_dirty (profile_id) select unnest(:profiles::bigint[]) order by 1 on conflict do nothing
`

export const LOCK_MERGE = `
  select m.id::float8 as id, m.visitor_id::float8 as visitor_id, m.profile_id::float8 as profile_id,
    m.previous_profile_id::float8 as previous_profile_id,
    (select min(o.since) from engage_merge_log o
     where o.visitor_id = m.visitor_id and o.profile_id = m.profile_id and o.undone_at is null) as since
  from engage_merge_log m
  where m.id = :id and m.profile_id = :profile and m.undone_at is null
  for update
`

export const LEAVE_EVENTS = `
  update engage_event set profile_id = null
  where at >= :since::timestamptz and profile_id = :profile and visitor_id = :visitor
`

export const LEAVE_SESSIONS = `
  update engage_session set profile_id = null where visitor_id = :visitor and profile_id = :profile and last_at >= :since::timestamptz
`

export const LEAVE_VISITOR = `
  update engage_visitor set profile_id = :previous where id = :visitor and profile_id = :profile
`

export const CLOSE_MERGE = `
  update engage_merge_log set undone_at = :now, undone_by = :actor
  where visitor_id = :visitor and profile_id = :profile and undone_at is null
`

export const MERGES_OF = `
  select m.id::float8 as id, m.at, m.reason, m.events, m.sessions, m.undone_at,
    (select concat_ws(' · ', s.browser, s.os) from engage_session s where s.visitor_id = m.visitor_id order by s.id desc limit 1) as device
  from engage_merge_log m
  where m.profile_id = :profile
  order by m.at desc, m.id desc
  limit 100
`

/** People named by a key that nobody knew when their events came, and who are known by now. */
export const KNOWN_CLAIMS = `
  select v.key, v.claim_kind, i.profile_id::float8 as profile_id
  from engage_visitor v
  join engage_identity i on i.kind = v.claim_kind and i.value = v.claim_value
  where v.claim_kind is not null and v.profile_id is null
  limit 1000
`

/** A proven name of a visitor whose profile is not there yet: the shop is read in a moment later. */
export const SET_CLAIM = `
  update engage_visitor set claim_kind = :kind, claim_value = :value where key = :key and profile_id is null
`
