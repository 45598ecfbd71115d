import { PROFILE } from "../../profile/tables"
import { STATE } from "../ledger/states"
import { CHUNK, MESSAGE, PACE, RUN, RUN_VARIANT, SLOT } from "../tables"
import { NEWEST_VERSION } from "./versions"

/**
 * Where messages `m` of a leased chunk wait. The run is given as parameters, so that the planner looks at one partition.
 */
export const WAITING_IN_CHUNK = `
  m.run_id = :run_id and m.run_at = :run_at and m.state = ${STATE.waiting}
    and m.profile_id between :first_profile and :last_profile and m.slot = :slot
`

/** What the messages of a slot say and whether their time is over. No row for runs from before there were slots. */
export const SLOT_BY_KEY = `
  select
    s.due_at, coalesce(v.content_id, ${NEWEST_VERSION})::float8 as content_id, v.sender,
    coalesce(s.due_at + make_interval(mins => r.lifetime_minutes) < clock_timestamp(), false) as expired
  from ${SLOT} s
  join ${RUN} r on r.id = s.run_id
  left join ${RUN_VARIANT} v on v.run_id = s.run_id and v.variant = s.variant
  where s.run_id = :run_id and s.slot = :slot
`

/** Takes the run's turn. Nobody gets two: who comes second finds that it has passed. */
export const TAKE_TURN = `
  update ${PACE}
  set next_at = clock_timestamp()
  where run_id = :run and next_at <= clock_timestamp()
`

export const NEXT_TURN = `
  update ${PACE}
  set next_at = clock_timestamp() + make_interval(secs => 60.0 * :messages::int / per_minute)
  where run_id = :run
`

/** Gives a chunk back that was leased in this transaction. */
export const GIVE_BACK = `update ${CHUNK} set lease_until = null, worker = null where id = :id`

export const SKIP_WAITING = `
  update ${MESSAGE} m
  set state = ${STATE.skipped}, reason = :reason
  where ${WAITING_IN_CHUNK}
`

/** Zones in which the recipients of a chunk live. */
export const ZONES_OF_CHUNK = `
  select distinct coalesce(p.time_zone, :zone) as zone
  from ${MESSAGE} m
  join ${PROFILE} p on p.id = m.profile_id
  where ${WAITING_IN_CHUNK}
`

/** People of a chunk whose zone is closed now, with when it opens. */
export const CLOSED_NOW = `
  select m.profile_id, z.opens as until
  from ${MESSAGE} m
  join ${PROFILE} p on p.id = m.profile_id
  join unnest(:zones::text[], :opens::timestamptz[]) as z (zone, opens) on z.zone = coalesce(p.time_zone, :zone)
  where ${WAITING_IN_CHUNK}
`

/** Keeps two workers from numbering new slots of one run at the same time. */
export const LOCK_SLOTS = `select 1 from ${SLOT} where run_id = :run_id and slot = 0 for update`

/**
 * Puts messages off: out of their chunk into new ones, each with a slot of its own, so that no two chunks ever hold the
 * same message. They keep the time they were planned for, by which their lifetime is counted.
 * @param late - select of `profile_id` and `until`
 */
export function putOff(late: string): string {
  return `
    with late as materialized (${late}), last as (
      select max(slot) as slot from ${SLOT} where run_id = :run_id
    ), times as (
      select until, (last.slot + row_number() over (order by until))::int as slot
      from (select distinct until from late) t, last
    ), slots as (
      insert into ${SLOT} (run_id, slot, due_at, variant, chosen)
      select :run_id, t.slot, s.due_at, s.variant, s.chosen
      from times t
      join ${SLOT} s on s.run_id = :run_id and s.slot = :slot
    ), moved as (
      update ${MESSAGE} m
      set slot = t.slot
      from late l
      join times t using (until)
      where m.profile_id = l.profile_id and ${WAITING_IN_CHUNK}
      returning m.profile_id, t.slot as into_slot, t.until
    ), chunks as (
      insert into ${CHUNK} (run_id, run_at, slot, first_profile, last_profile, size, not_before)
      select :run_id, :run_at, into_slot, min(profile_id), max(profile_id), count(*), until
      from moved
      group by into_slot, until
    )
    update ${CHUNK}
    set size = size - (select count(*) from moved)
    where id = :id and exists (select 1 from moved)
  `
}
