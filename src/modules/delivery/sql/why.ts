import { CONSENT, CONSENT_LOG, PROFILE } from "../../profile/tables"
import { stateNameSql } from "../ledger/states"
import { CONTACT_RULE, MESSAGE, MESSAGE_EVENT, RUN, SANDBOX_MAIL, SUPPRESSION } from "../tables"
import { SKIP_RULE } from "../ledger/states"
import { addressSql } from "./address"

/** A message with what is known of why it arrived or did not. */
export const FACTS_OF_MESSAGE = `
  select ${stateNameSql("m.state")} as state, m.reason, m.error, m.sent_at, m.run_at,
    m.delivered_at, m.opened_at, m.clicked_at, m.bounced_at,
    r.provider, r.channel, r.topic,
    coalesce(s.recipient, ${addressSql("r.channel")}) as address,
    c.name as rule,
    b.detail as bounce
  from ${MESSAGE} m
  join ${RUN} r on r.id = m.run_id and r.started_at = m.run_at
  left join ${PROFILE} p on p.id = m.profile_id
  left join ${SANDBOX_MAIL} s on s.run_id = m.run_id and s.profile_id = m.profile_id and s.pass = m.pass
  left join ${CONTACT_RULE} c on c.no = m.reason - ${SKIP_RULE}
  left join lateral (
    select e.detail from ${MESSAGE_EVENT} e
    where e.run_id = m.run_id and e.profile_id = m.profile_id and e.pass = m.pass and e.kind = 'bounced'
    order by e.at limit 1
  ) b on true
  where m.run_id = :run and m.profile_id = :profile and m.pass = :pass
`

/** What somebody had said about a channel and about a topic at a time, and what they say now. */
export const CONSENT_THEN = `
  select t.topic, l.state, l.at, c.state as now
  from (values ('*'), (:topic::text)) as t (topic)
  left join lateral (
    select state, at from ${CONSENT_LOG}
    where profile_id = :profile and channel = :channel and topic = t.topic and at <= :at
    order by at desc, id desc limit 1
  ) l on true
  left join ${CONSENT} c on c.profile_id = :profile and c.channel = :channel and c.topic = t.topic
  where t.topic is not null
`

export const SUPPRESSED_ADDRESS = `
  select reason, at from ${SUPPRESSION} where channel = :channel and address = :address
`
