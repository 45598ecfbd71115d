import type { ContactRule } from "../../../types/policy"
import { PROFILE } from "../../profile/tables"
import { SKIP_RULE, STATE } from "../ledger/states"
import { CHUNK, CONTACT_RULE, MESSAGE, RUN } from "../tables"
import { WAITING_IN_CHUNK } from "./chunk"
import { bucket } from "./freeze"
import { ruleMembers } from "./rule-people"
import { inChunk } from "./runs"

const RULE_COLUMNS = `
  id, no, name, type, channel, topic, kind, people, segment_ids, max_messages, per_hours, quiet_from, quiet_to, behaviour,
  max_delay_hours, priority, enabled, updated_at
`

export const LIST_RULES = `
  select ${RULE_COLUMNS}
  from ${CONTACT_RULE}
  where deleted_at is null
  order by priority desc, no
`

export const RULE_BY_ID = `select ${RULE_COLUMNS} from ${CONTACT_RULE} where id = :id and deleted_at is null`

/** A new rule comes before those that there are. */
export const INSERT_RULE = `
  insert into ${CONTACT_RULE} (
    id, name, type, channel, topic, kind, people, segment_ids, max_messages, per_hours, quiet_from, quiet_to, behaviour,
    max_delay_hours, priority, enabled
  )
  values (
    :id, :name, :type, :channel, :topic, :kind, :people, :segment_ids::text[], :max_messages, :per_hours, :quiet_from,
    :quiet_to, :behaviour, :max_delay_hours, :priority, :enabled
  )
`

export const UPDATE_RULE = `
  update ${CONTACT_RULE}
  set name = :name, type = :type, channel = :channel, topic = :topic, kind = :kind, people = :people,
    segment_ids = :segment_ids::text[], max_messages = :max_messages, per_hours = :per_hours, quiet_from = :quiet_from, quiet_to = :quiet_to, behaviour = :behaviour,
    max_delay_hours = :max_delay_hours, priority = :priority, enabled = :enabled, updated_at = now()
  where id = :id and deleted_at is null
`

export const DELETE_RULE = `update ${CONTACT_RULE} set deleted_at = now() where id = :id`

export const CONTROL_PROFILES = `
  select count(*)::float8 as count
  from ${PROFILE} p
  where p.removed_at is null and ${bucket("p.id", ":seed")} < :share::int
`

export const LEFT_OUT = `
  select m.reason - ${SKIP_RULE} as no, count(*)::int as count
  from ${MESSAGE} m
  where m.run_at > :since and m.state = ${STATE.skipped} and m.reason > ${SKIP_RULE}
  group by 1
`

/** One claim at a time looks at the contacts there were, so that two cannot both be the last that is allowed. */
export const LOCK_POLICY = `select pg_advisory_xact_lock(hashtext('engage contact policy'))`

export const PEOPLE_OF_CHUNK = `select m.profile_id from ${MESSAGE} m where ${WAITING_IN_CHUNK}`

/** A rule as SQL sees it: what it counts, by the parameters with its position, and whom it is for. */
export type RuleSql = Pick<ContactRule, "type" | "people"> & { no: number; max: number }

/**
 * Contacts of the person `who`: a message counts once it was sent, may have been, or is in a worker's hands. Asked person
 * by person over the ledger's index: the planner cannot know how many people a rule finds, and a wrong guess costs minutes.
 */
export const CONTACTS = `
  select r.channel, r.topic, r.kind,
    case when m.state = ${STATE.waiting} then clock_timestamp() else m.sent_at end as at
  from ${MESSAGE} m
  join ${RUN} r on r.id = m.run_id and r.id <> :of_run and not r.is_test and r.kind = any(:kinds::text[])
  where m.profile_id = who.profile_id and m.run_at > :contacts_since
    and (
      m.state in (${STATE.accepted}, ${STATE.uncertain})
      or m.state = ${STATE.waiting}
        and exists (select 1 from ${CHUNK} c where ${inChunk("c")} and c.lease_until is not null and not c.done)
    )
`

/** When the n-th last contact that a rule counts is old enough. */
const freeAt = (i: number, max: number) => `
  (array_agg(t.at order by t.at desc) filter (
    where t.at > :policy_now::timestamptz - make_interval(hours => :per_${i}::int)
      and (:channel_${i}::text is null or t.channel = :channel_${i})
      and (:topic_${i}::text is null or t.topic = :topic_${i})
      and (:kind_${i}::text is null or t.kind = :kind_${i})
  ))[${max}] + make_interval(hours => :per_${i}::int)
`

/** Asked only of people whom the rule would hold back: one look each into the members of its segments. */
function isFor({ no, people }: Pick<RuleSql, "no" | "people">, person: string): string {
  if (people === "all") return ""
  return ` and ${people === "in" ? "" : "not "}exists (${ruleMembers(no, `and m.profile_id = ${person}`)})`
}

/**
 * People whom a rule holds back: `profile_id`, the position of the first such `rule`, and `until` when. `offset 0` has segments
 * looked into once a person, not once for each use of the answer.
 * @param people - select of `profile_id`
 * @param rules - in the order in which they decide
 */
export function heldBack(people: string, rules: RuleSql[]): string {
  const untils = rules.map(({ type, max }, i) =>
    type === "limit" ? `${freeAt(i, max)} as until_${i}` : `min(z_${i}.opens) as until_${i}`
  )
  const holds = rules.map(
    (rule, i) =>
      `until_${i} > :policy_now::timestamptz${isFor(rule, "looked.profile_id")} as holds_${i}`
  )
  const zones = rules.map(({ type }, i) =>
    type === "quiet"
      ? `left join unnest(:zones_${i}::text[], :opens_${i}::timestamptz[]) as z_${i} (zone, opens)
           on z_${i}.zone = coalesce(p.time_zone, :policy_zone)`
      : ""
  )
  const each = (column: (i: number) => string) =>
    rules.map((_, i) => `when holds_${i} then ${column(i)}`).join(" ")
  return `
    select profile_id, rule, until
    from (
      select profile_id, case ${each((i) => String(i))} end as rule, case ${each((i) => `until_${i}`)} end as until
      from (
        select looked.*, ${holds.join(", ")}
        from (
          select who.profile_id, ${untils.join(", ")}
          from (${people}) who
          join ${PROFILE} p on p.id = who.profile_id
          left join lateral (${CONTACTS}) t on true
          ${zones.join("\n")}
          group by who.profile_id
        ) looked
        offset 0
      ) held
    ) judged
    where rule is not null
  `
}

/** How many people each rule holds back, and how many of them longer than its delay allows. */
export function countHeldBack(held: string): string {
  return `
    select rule, count(*)::float8 as count,
      count(*) filter (where until > :policy_now::timestamptz + make_interval(hours => (:delays::int[])[rule + 1]))::float8 as too_long
    from (${held}) held
    group by rule
  `
}

/** Skips some people of a chunk, each for a reason of their own. */
export const SKIP_SOME = `
  update ${MESSAGE} m
  set state = ${STATE.skipped}, reason = s.reason
  from unnest(:skipped::bigint[], :reasons::smallint[]) as s (profile_id, reason)
  where m.profile_id = s.profile_id and ${WAITING_IN_CHUNK}
`

/** People to put off, each to a time of their own. */
export const SOME_LATER = `select * from unnest(:late::bigint[], :untils::timestamptz[]) as l (profile_id, until)`
