import { EVENT } from "../../profile/events/tables"
import { PROFILE, PURCHASE } from "../../profile/tables"
import { MEMBERSHIP, MEMBERSHIP_LOG } from "../../segment/tables"
import { CAMPAIGN, ENROLLMENT } from "../tables"

/** Takes a live campaign's triggers to look at; nobody else looks meanwhile, so that re-entry holds. */
export const TAKE_SCAN = `
  select id, version, scanned_at, live_since, last_purchase_id::float8 as last_purchase, last_profile_id::float8 as last_profile
  from ${CAMPAIGN}
  where id = :id and status = 'live' and deleted_at is null
  for update skip locked
`

export const SAVE_SCAN = `
  update ${CAMPAIGN}
  set scanned_at = :now, last_purchase_id = greatest(last_purchase_id, :last_purchase),
    last_profile_id = greatest(last_profile_id, :last_profile)
  where id = :id
`

/**
 * Numbers are given out before they are committed, and clocks differ: each scan looks a little further back, and the key
 * of what let a person in keeps it from counting twice.
 */
const OVERLAP_IDS = 1_000
const OVERLAP = "interval '15 minutes'"

/** Orders since the last scan. History that is read in late lets nobody in. */
export const ORDERS_PLACED = `
  select u.profile_id, 'order ' || u.id as key, u.placed_at as at
  from ${PURCHASE} u
  where u.id > :last_purchase::bigint - ${OVERLAP_IDS} and u.counted
    and u.placed_at > :scanned_at::timestamptz - interval '3 days' and u.placed_at >= :live_since::timestamptz
`

export const PEOPLE_JOINED = `
  select p.id as profile_id, 'joined' as key, p.created_at as at
  from ${PROFILE} p
  where p.id > :last_profile::bigint - ${OVERLAP_IDS} and p.created_at >= :live_since::timestamptz
`

export const EVENTS_HAPPENED = `
  select e.profile_id, 'event ' || e.id as key, e.at
  from ${EVENT} e
  where e.name = :name and e.at > :scanned_at::timestamptz - ${OVERLAP} and e.at <= :now
    and e.at >= :live_since::timestamptz and e.profile_id is not null
`

export const SEGMENT_ENTRIES = `
  select l.profile_id, 'segment ' || extract(epoch from l.at) as key, l.at
  from ${MEMBERSHIP_LOG} l
  where l.segment_no = :segment_no and l.entered and l.at > :scanned_at::timestamptz - ${OVERLAP}
    and l.at >= :live_since::timestamptz
`

export const SEGMENT_MEMBERS = `
  select m.profile_id, 'member' as key, :now::timestamptz as at
  from ${MEMBERSHIP} m
  where m.segment_no = :segment_no
`

/**
 * Lets people in, each with where they begin. Who came by a key before does not come by it again.
 * @param found - select of `profile_id`, `key` and `at`
 * @param may - select of `profile_id`: who may come in, or null for everybody
 */
export function enter(found: string, may: string | null): string {
  return `
    insert into ${ENROLLMENT} (campaign_id, version, profile_id, trigger_key, step, due_at, entered_at)
    select :id, :version, f.profile_id, f.key, :entrance, :now, f.at
    from (
      select profile_id, key, at, row_number() over (partition by profile_id order by at, key) as place
      from (${found}) found
    ) f
    join ${PROFILE} p on p.id = f.profile_id and p.removed_at is null
    ${may ? `join (${may}) may on may.profile_id = f.profile_id` : ""}
    where (:mode = 'always' or f.place = 1)
      and (:mode = 'always' or not exists (
        select 1
        from ${ENROLLMENT} e
        where e.campaign_id = :id and e.profile_id = f.profile_id
          and (:mode = 'once' or e.entered_at > f.at - make_interval(days => :days::int))
      ))
    order by f.at, f.profile_id
    on conflict do nothing
  `
}
