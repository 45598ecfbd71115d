import type { SqlFragment } from "../../../lib/db"
import { SKIP, STATE } from "../ledger/states"
import { CHUNK, MESSAGE, RUN, SLOT } from "../tables"
import { PROFILE } from "../../profile/tables"
import { ELIGIBILITY_JOINS, reasonSql } from "./eligibility"

/** Messages a worker leases at once. */
export const CHUNK_SIZE = 500

export const LOCK_RUN = `
  select id::float8 as id, started_at, ref, channel, topic, status, content_id::float8 as content_id
  from ${RUN}
  where id = :run
  for update
`

/** A person's place among 10,000, the same for the same seed for good. */
export const bucket = (person: string, seed: string) =>
  `((hashint8extended(${person}, ${seed}::bigint) & 1073741823) % 10000)`

const SHARE = `width_bucket(${bucket("who.profile_id", ":split_seed")}, :split_bounds::bigint[])`

/** What is drawn by lot. What is not costs nothing, which shows at a million people. */
export type Draws = { control: boolean; split: boolean }

/**
 * The audience with the reason that keeps each person from getting a message, or null, their zone, their best hour (0 when
 * `hours` are not asked for) and their share of the split. Parameters: see `reasonSql`; `control_share` and `split_bounds` in
 * basis points, and their seeds.
 */
export function judgedAudience(
  audience: SqlFragment,
  { exclude, capped, hours }: Record<"exclude" | "capped" | "hours", SqlFragment | null>,
  draws: Draws
): string {
  const inControl = `when ${bucket("who.profile_id", ":control_seed")} < :control_share::int then ${SKIP.control_group}`
  const heldOut = `when ${SHARE} = :held_out_share::int then ${SKIP.held_out}`
  const had = `when had.profile_id is not null then ${SKIP.capped}`
  const drawn = [capped && had, draws.control && inControl, draws.split && heldOut]
    .filter(Boolean)
    .join(" ")
  const reason = reasonSql(exclude ? "x.profile_id is not null" : "false")
  return `
    select
      who.profile_id,
      ${hours ? "coalesce(p.time_zone, :best_zone)" : "p.time_zone"} as zone,
      ${hours ? "coalesce(best.hour, :best_hour::int)" : "0"} as hour,
      ${draws.split ? SHARE : "0"} as share,
      ${drawn ? `coalesce(${reason}, case ${drawn} end)` : reason} as reason
    from (select distinct profile_id from (${audience.sql}) audience) who
    ${exclude ? `left join (select distinct profile_id from (${exclude.sql}) excluded) x using (profile_id)` : ""}
    ${ELIGIBILITY_JOINS}
    ${capped ? `left join (${capped.sql}) had on had.profile_id = who.profile_id` : ""}
    ${hours ? `left join (${hours.sql}) best on best.profile_id = who.profile_id` : ""}
  `
}

const LOT = `hashint8extended(who.profile_id, :limit_seed::bigint)`

/** People with their turn among all of their group, from 0 to 1: whoever takes the first turns of all takes of each group its share. */
const inTurns = (judged: string, strata: SqlFragment) => {
  // Numbers: a million texts or decimals take seconds more to sort.
  const group = "partition by who.reason is null, hashtext(s.stratum::text)"
  return `
    select who.*,
      (row_number() over (${group} order by ${LOT}, who.profile_id) - 0.5::float8) / count(*) over (${group}) as turn
    from (${judged}) who
    left join (${strata.sql}) s on s.profile_id = who.profile_id
  `
}

/**
 * {@link judgedAudience}, of whom only the first by a hash are left: `limit_count`, or `limit_percent` of the reachable.
 * @param strata - groups that keep their shares
 */
export function limitedAudience(judged: string, strata: SqlFragment | null): string {
  const order = strata ? `turn, ${LOT}` : LOT
  return `
    select
      profile_id,
      zone,
      hour,
      share,
      case
        when reason is null and (place > :limit_count::int or place > ceil(reachable * :limit_percent::float8 / 100))
        then ${SKIP.sampled_out}
        else reason
      end as reason
    from (
      select
        who.*,
        row_number() over (
          partition by reason is null order by ${order}, profile_id
        ) as place,
        count(*) over (partition by reason is null) as reachable
      from (${strata ? inTurns(judged, strata) : judged}) who
    ) ranked
  `
}

/**
 * Writes one message for each person of the audience. Sorted, so that the key's index grows at its end. The key is what
 * keeps a second message out: should anything ever try to write one, the whole freeze fails.
 * @param judged - select of `profile_id`, `zone`, `hour`, `share` and `reason`
 * @param zoned - whether people of some zones and hours have times of their own: `times` of those; else all have `fallback`
 */
export function freezeMessages(judged: string, zoned: boolean): string {
  return `
    insert into ${MESSAGE} (run_id, profile_id, run_at, channel, state, reason, slot)
    select
      :run,
      profile_id,
      :run_at,
      :channel,
      case when reason is null then ${STATE.waiting} else ${STATE.skipped} end,
      reason,
      ${zoned ? "coalesce(z.time, :fallback::int)" : ":fallback::int"} * :shares::int + share
    from (${judged}) judged
    ${zoned ? "left join unnest(:zones::text[], :hours::int[], :times::int[]) as z (zone, hour, time) using (zone, hour)" : ""}
    order by profile_id
  `
}

/** Zones in which somebody lives. */
export const ZONES = `select distinct time_zone as zone from ${PROFILE} where time_zone is not null`

export const INSERT_SLOTS = `
  insert into ${SLOT} (run_id, slot, due_at, variant, held)
  select :run, s.*
  from unnest(:slots::int[], :due::timestamptz[], :variants::smallint[], :held::boolean[]) as s (slot, due_at, variant, held)
`

/** Cuts what waits into chunks. Only the first and the last message of each is looked at again. */
export const FREEZE_CHUNKS = `
  insert into ${CHUNK} (run_id, run_at, slot, first_profile, last_profile, size, not_before)
  select :run, :run_at, slot, first_profile, last_profile, size, case when s.held then 'infinity' else s.due_at end
  from (
    select slot, min(profile_id) as first_profile, max(profile_id) as last_profile, max(place) - min(place) + 1 as size
    from (
      select slot, profile_id, row_number() over by_slot as place, lead(profile_id) over by_slot is null as last
      from ${MESSAGE}
      where run_id = :run and run_at = :run_at and state = ${STATE.waiting}
      window by_slot as (partition by slot order by profile_id)
    ) waiting
    where place % ${CHUNK_SIZE} in (0, 1) or last
    group by slot, (place - 1) / ${CHUNK_SIZE}
  ) chunk
  join ${SLOT} s using (slot)
  where s.run_id = :run
  order by slot, first_profile
`

export const START_RUN = `
  update ${RUN}
  set status = 'sending', frozen = :frozen
  where id = :run
`

/** Days on which nothing of a run leaves, nor of those that take over from it. */
export const CLOSE_DAYS = `
  update ${RUN} r
  set closed_days = :closed::text[]
  from ${RUN} first
  where first.id = :run and r.kind = first.kind and r.ref = first.ref and not r.is_test
`

/** The month's table in which the messages of a run are: of one of them, found by its key, as nothing is known of them yet. */
export const MESSAGES_OF_RUN = `
  select m.tableoid::regclass::text as name
  from ${MESSAGE} m
  where m.run_id = :run
    and (m.run_at, m.profile_id) = (select c.run_at, c.first_profile from ${CHUNK} c where c.run_id = :run limit 1)
`

/** How many of an audience would get a message, by reason, zone and hour; a null reason is "would". */
export function countAudience(judged: string): string {
  return `
    select reason, zone, hour, share, count(*)::float8 as count
    from (${judged}) judged
    group by reason, zone, hour, share
  `
}
