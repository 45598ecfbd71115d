import { CONTENT } from "../../content/tables"
import { BOUNCE, CONSENT, PROFILE, TOPIC } from "../../profile/tables"
import { MESSAGE, MESSAGE_EVENT, RUN } from "../tables"
import { contentOf } from "./variants"

/** Most events of one kind kept for a message: a flood of requests fills no disk. */
const MAX_EVENTS = 100

/** The link of a run with this number, and what is needed to follow it. */
export const RUN_LINK = `
  select r.ref, r.title, r.channel, r.sender, c.links->>(:link::integer) as url
  from ${RUN} r
  left join ${MESSAGE} m
    on m.run_id = r.id and m.run_at = r.started_at and m.profile_id = :profile and m.pass = :pass
  join ${CONTENT} c on c.id = ${contentOf("m", "r")}
  where r.id = :run
`

/**
 * One durable statement for an open or click: the event, and the message's first time when a person did it. Answers the
 * channel when a person did it of whom messages came back for now.
 */
export const RECORD_EVENT = `
  with touched as (
    update ${MESSAGE} m
    set
      opened_at = coalesce(m.opened_at, :now),
      clicked_at = case when :kind = 'clicked' then coalesce(m.clicked_at, :now) else m.clicked_at end
    from ${RUN} r
    where :human::boolean
      and r.id = :run and m.run_id = r.id and m.run_at = r.started_at
      and m.profile_id = :profile and m.pass = :pass
      and (m.opened_at is null or (:kind = 'clicked' and m.clicked_at is null))
  ), noted as (
    insert into ${MESSAGE_EVENT} (at, run_id, profile_id, pass, kind, verdict, link)
    select :now, :run, :profile, :pass, :kind, :verdict, :link
    from ${RUN} r
    where r.id = :run
      and (
        select count(*)
        from ${MESSAGE_EVENT} e
        where e.profile_id = :profile and e.at >= r.started_at and e.run_id = :run and e.kind = :kind
      ) < ${MAX_EVENTS}
  )
  select r.channel
  from ${RUN} r
  where :human::boolean and r.id = :run
    and exists (
      select 1 from ${BOUNCE} b where b.profile_id = :profile and b.kind = 'soft' and b.cleared_at is null
    )
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
    p.subscribed & :bit <> 0 and coalesce(c.state, 'none') <> 'unsubscribed' as chosen
  from ${TOPIC} t
  join ${PROFILE} p on p.id = :profile
  left join ${CONSENT} c on c.profile_id = p.id and c.channel = :channel and c.topic = t.key
  where not t.private or c.state is not null
  order by t.name
`
