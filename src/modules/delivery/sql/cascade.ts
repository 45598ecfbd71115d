import { SKIP, STATE } from "../ledger/states"
import { MESSAGE, MESSAGE_FACTS, RUN } from "../tables"
import { WAITING_IN_CHUNK } from "./chunk"
import { COST } from "./cost"

/** Most people taken over at a time. */
export const CASCADE_BATCH = 2_000

/** Who is not reached on a channel for these reasons may be on another. */
export const NOT_ON_THIS_CHANNEL = [
  SKIP.no_address,
  SKIP.invalid_address,
  SKIP.not_subscribed,
  SKIP.topic_unsubscribed,
  SKIP.suppressed,
]

const REFUSED = `
  (m.state = ${STATE.failed}
    or m.state = ${STATE.skipped} and m.reason in (${NOT_ON_THIS_CHANNEL.join(", ")})
    or m.state in (${STATE.accepted}, ${STATE.uncertain}) and m.bounced_at is not null)
`
const ARRIVED = (m: string) =>
  `coalesce(${m}.delivered_at, ${m}.opened_at, ${m}.clicked_at) is not null`

/** Runs that take over from another, while neither is stopped and something may still be to be taken over. */
export const CASCADES = `
  select f.id::float8 as id
  from ${RUN} f
  join ${RUN} r on r.id = f.follows
  where f.follows is not null and f.status not in ('paused', 'cancelled') and r.status in ('sending', 'completed')
    and (
      r.finished_at is null
      or r.finished_at > :now::timestamptz - make_interval(mins => f.follow_after_minutes) - interval '3 days'
    )
  order by f.id
`

/** A run that takes over, locked, with the one before it. */
export const LOCK_FOLLOWER = `
  select f.id::float8 as id, f.started_at, f.ref, f.channel, f.topic, f.status, f.content_id::float8 as content_id,
    f.follow_after_minutes as after_minutes, r.id::float8 as before_id, r.started_at as before_at
  from ${RUN} f
  join ${RUN} r on r.id = f.follows
  where f.id = :run
  for update of f
`

/** The runs that take over from a run, one after the other. @param run - SQL of its id */
export const followersSql = (run: string) => `
  with recursive chain as (
    select id, follows, 1 as place from ${RUN} where follows = ${run}
    union all
    select r.id, r.follows, c.place + 1 from ${RUN} r join chain c on r.follows = c.id
  )
  select id::float8 as id from chain order by place
`
export const FOLLOWERS = followersSql(":run")

/**
 * Takes messages that did not arrive: refused ones at once, others when their time is over. Each is taken once.
 * `profiles` narrows it to some people's refused messages; null for everybody.
 */
export const TAKE_OVER = `
  with taken as (
    select m.profile_id, m.pass
    from ${MESSAGE} m
    where m.run_id = :before_id and m.run_at = :before_at and m.cascaded_at is null and not ${ARRIVED("m")}
      and (:profiles::bigint[] is null or m.profile_id = any(:profiles::bigint[]))
      and (${REFUSED}
        or :profiles::bigint[] is null and m.state in (${STATE.accepted}, ${STATE.uncertain})
          and m.sent_at <= :now::timestamptz - make_interval(mins => :after_minutes::int))
    order by m.profile_id, m.pass
    limit ${CASCADE_BATCH}
    for update skip locked
  ), first as (
    select distinct on (profile_id) profile_id, pass from taken order by profile_id, pass
  )
  update ${MESSAGE} m
  set cascaded_at = :now
  from first
  where m.run_id = :before_id and m.run_at = :before_at and m.profile_id = first.profile_id and m.pass = first.pass
  returning m.profile_id::float8 as profile_id, m.pass::float8 as pass
`

/** One message for each message taken over, under the same pass: so that nobody has two for one occasion. */
export function insertTakenOver(judged: string): string {
  return `
    insert into ${MESSAGE} (run_id, profile_id, pass, run_at, channel, state, reason, slot)
    select :run, t.profile_id, t.pass, :run_at, :channel,
      case when j.reason is null then ${STATE.waiting} else ${STATE.skipped} end, j.reason, :slot
    from unnest(:profiles::bigint[], :passes::bigint[]) as t (profile_id, pass)
    join (${judged}) j using (profile_id)
    order by t.profile_id
    returning profile_id::float8 as profile_id, reason
  `
}

/** What the campaign knows beside the person goes along. */
export const COPY_FACTS = `
  insert into ${MESSAGE_FACTS} (run_id, profile_id, pass, facts)
  select :run, f.profile_id, f.pass, f.facts
  from unnest(:profiles::bigint[], :passes::bigint[]) as t (profile_id, pass)
  join ${MESSAGE_FACTS} f on f.run_id = :before_id and f.profile_id = t.profile_id and f.pass = t.pass
  on conflict do nothing
`

/** Skips messages of a chunk whose person was reached by the channel before after all. */
export const SKIP_REACHED = `
  update ${MESSAGE} m
  set state = ${STATE.skipped}, reason = ${SKIP.reached}
  from ${MESSAGE} b
  join ${RUN} r on r.id = b.run_id and r.started_at = b.run_at
  where r.id = :follows and b.profile_id = m.profile_id and b.pass = m.pass and ${ARRIVED("b")} and ${WAITING_IN_CHUNK}
`

/** What came of each run of a cascade, the first one included. */
export const CASCADE_RESULTS = `
  select r.channel, r.follow_after_minutes as after_minutes,
    count(m.*) filter (where m.state = ${STATE.accepted})::float8 as sent,
    count(m.*) filter (where ${ARRIVED("m")})::float8 as arrived,
    count(m.*) filter (where m.cascaded_at is not null)::float8 as passed_on,
    count(m.*) filter (where m.state = ${STATE.waiting})::float8 as waiting,
    ${COST},
    r.follows is not null and r.status not in ('paused', 'cancelled') and (
      bool_or(coalesce(m.state = ${STATE.waiting}, false))
      or exists (
        select 1
        from ${RUN} p
        join ${MESSAGE} b on b.run_id = p.id and b.run_at = p.started_at
        where p.id = r.follows and b.cascaded_at is null and not ${ARRIVED("b")}
          and b.state in (${STATE.accepted}, ${STATE.uncertain})
      )
    ) as open
  from ${RUN} r
  left join ${MESSAGE} m on m.run_id = r.id and m.run_at = r.started_at
  where r.id = any(:runs::bigint[])
  group by r.id
  order by r.id
`
