import { CONTENT } from "../../content/tables"
import { BOUNCE, CONSENT, FREQUENCY, PROFILE, TOPIC } from "../../profile/tables"
import { MESSAGE, MESSAGE_EVENT, RUN } from "../tables"
import { contentOf } from "./variants"

/** Most events of one kind kept for a message: a flood of requests fills no disk. */
const MAX_EVENTS = 100

/** The links of messages by their numbers, and what is needed to follow them; `no` is the place of the question. */
export const LINKS = `
  select k.no::integer as no, r.ref, r.title, r.channel, r.sender, c.links->>k.link as url
  from unnest(:runs::bigint[], :profiles::bigint[], :passes::bigint[], :links::integer[])
    with ordinality as k (run_id, profile_id, pass, link, no)
  join ${RUN} r on r.id = k.run_id
  left join ${MESSAGE} m
    on m.run_id = r.id and m.run_at = r.started_at and m.profile_id = k.profile_id and m.pass = k.pass
  join ${CONTENT} c on c.id = ${contentOf("m", "r")}
`

/**
 * One durable statement for opens and clicks: the events, and each message's first time when a person did it. Messages are
 * locked in the order in which reports about them lock them. Earlier events are looked up by their person (`+ 0` keeps the
 * index by run out of it: a run that is being read has hundreds of thousands, and its statistics are old by then). Answers who did it of whom messages came back for now.
 */
export const RECORD_EVENTS = `
  with told as (
    select t.*, r.started_at, r.channel,
      row_number() over (partition by t.run_id, t.profile_id, t.kind order by t.at) as no
    from unnest(
      :runs::bigint[], :profiles::bigint[], :passes::bigint[], :kinds::text[], :verdicts::text[], :links::smallint[],
      :humans::boolean[], :times::timestamptz[]
    ) as t (run_id, profile_id, pass, kind, verdict, link, human, at)
    join ${RUN} r on r.id = t.run_id
  ), first as (
    select run_id, started_at, profile_id, pass, min(at) as opened_at,
      min(at) filter (where kind = 'clicked') as clicked_at
    from told
    where human
    group by run_id, started_at, profile_id, pass
  ), locked as (
    select m.run_id, m.run_at, m.profile_id, m.pass, f.opened_at, f.clicked_at
    from first f
    join ${MESSAGE} m
      on m.run_id = f.run_id and m.run_at = f.started_at and m.profile_id = f.profile_id and m.pass = f.pass
    where m.opened_at is null or (f.clicked_at is not null and m.clicked_at is null)
    order by m.run_id, m.profile_id
    for update of m
  ), touched as (
    update ${MESSAGE} m
    set opened_at = coalesce(m.opened_at, l.opened_at), clicked_at = coalesce(m.clicked_at, l.clicked_at)
    from locked l
    where m.run_id = l.run_id and m.run_at = l.run_at and m.profile_id = l.profile_id and m.pass = l.pass
  ), noted as (
    insert into ${MESSAGE_EVENT} (at, run_id, profile_id, pass, kind, verdict, link)
    select t.at, t.run_id, t.profile_id, t.pass, t.kind, t.verdict, t.link
    from told t
    where t.no + (
      select count(*)
      from ${MESSAGE_EVENT} e
      where e.profile_id = t.profile_id and e.at >= t.started_at and e.run_id + 0 = t.run_id and e.kind = t.kind
    ) <= ${MAX_EVENTS}
  )
  select t.profile_id::float8 as "profileId", t.channel, max(t.at) as at
  from told t
  where t.human and exists (
    select 1 from ${BOUNCE} b where b.profile_id = t.profile_id and b.kind = 'soft' and b.cleared_at is null
  )
  group by t.profile_id, t.channel
`

/** These are where the person sees them: they have arrived. */
export const ARRIVED = `
  update ${MESSAGE} m
  set delivered_at = :now
  from unnest(:runs::bigint[], :profiles::bigint[], :passes::bigint[]) as k (run_id, profile_id, pass)
  join ${RUN} r on r.id = k.run_id
  where m.run_id = k.run_id and m.run_at = r.started_at and m.profile_id = k.profile_id and m.pass = k.pass
    and m.delivered_at is null
`

/** Whose choice a link in a message opens, and about what. */
export const SUBJECT_OF_TOKEN = `
  select r.channel, r.topic, t.name as topic_name, r.sender->>'name' as shop
  from ${RUN} r
  join ${PROFILE} p on p.id = :profile and p.removed_at is null
  left join ${TOPIC} t on t.key = r.topic
  where r.id = :run
`

/** The topics with what the person has chosen; without a word of theirs a topic follows the channel. */
export const CHOICES = `
  select
    t.key, t.name, t.description,
    p.subscribed & :bit <> 0 and coalesce(c.state, 'none') <> 'unsubscribed' as chosen,
    coalesce(f.frequency, 'every') as frequency
  from ${TOPIC} t
  join ${PROFILE} p on p.id = :profile
  left join ${CONSENT} c on c.profile_id = p.id and c.channel = :channel and c.topic = t.key
  left join ${FREQUENCY} f on f.profile_id = p.id and f.channel = :channel and f.topic = t.key
  where t.archived_at is null and (not t.private or c.state is not null)
  order by t.name
`
