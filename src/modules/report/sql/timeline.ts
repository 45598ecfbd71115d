import { CONTENT } from "../../content/tables"
import { skipReasonSql, stateNameSql } from "../../delivery/ledger/states"
import { MESSAGE, MESSAGE_EVENT, RUN, SANDBOX_MAIL } from "../../delivery/tables"
import { FAMILY } from "../../profile/sql/read"
import { TOUCH } from "../tables"

/** What a message begins with: its subject, or its text where its channel has no subject. */
const beginning = (message: string) =>
  `coalesce(nullif(${message}.subject, ''), left(${message}.text, 200))`

/** When people first answered the message `m` so. */
const said = (kind: "unsubscribed" | "complained") => `(
  select min(e.at) from ${MESSAGE_EVENT} e
  where e.profile_id = m.profile_id and e.run_id = m.run_id and e.pass = m.pass and e.kind = '${kind}'
)`

/** Messages of one profile, newest first: every occasion on which one was sent, or was not and why. */
export const MESSAGES_OF = `
  select m.run_id::float8 as run_id, m.profile_id::float8 as profile_id, m.pass::float8 as pass,
    coalesce(m.sent_at, m.run_at) as at, m.channel, ${beginning("c")} as template_subject,
    ${beginning("s")} as captured_subject, ${stateNameSql("m.state")} as state,
    coalesce(${skipReasonSql("m.reason")}, m.error) as reason, r.kind, r.ref, r.title,
    m.delivered_at, m.opened_at, m.clicked_at, m.bounced_at,
    ${said("unsubscribed")} as unsubscribed_at, ${said("complained")} as complained_at
  from ${MESSAGE} m
  join ${RUN} r on r.id = m.run_id and not r.is_test
  join ${CONTENT} c on c.id = r.content_id
  left join ${SANDBOX_MAIL} s on s.run_id = m.run_id and s.profile_id = m.profile_id and s.pass = m.pass
  where m.profile_id in ${FAMILY} and (coalesce(m.sent_at, m.run_at), m.run_id) < (:before::timestamptz, :before_id)
    and coalesce(m.sent_at, m.run_at) >= :since::timestamptz
    and (:q::text is null or lower(coalesce(${beginning("s")}, ${beginning("c")}) || ' ' || r.title) like :q)
  order by coalesce(m.sent_at, m.run_at) desc, m.run_id desc
  limit :limit
`

/** What sent the messages that some purchases are credited to. */
export const CREDITED = `
  select t.purchase_id::float8 as purchase_id, r.kind, r.ref, r.title
  from ${TOUCH} t join ${RUN} r on r.id = t.run_id
  where t.purchase_id = any(:purchases::bigint[]) and t.credit > 0
`

/** Orders of a person credited to some messages. */
export const ORDERS_OF_MESSAGES = `
  select t.run_id::float8 as run_id, u.order_id, u.display_id, u.placed_at, u.net::float8 as net, u.currency
  from ${TOUCH} t join engage_purchase u on u.id = t.purchase_id
  where t.profile_id in ${FAMILY} and t.run_id = any(:runs::bigint[]) and t.credit > 0
  order by u.placed_at
`

export const TOUCHES_OF_ORDER = `
  select r.kind as run_kind, r.ref, r.title, r.channel, t.kind, t.interaction_at, t.sent_at, t.credit::float8 as credit
  from engage_purchase u
  join ${TOUCH} t on t.purchase_id = u.id
  join ${RUN} r on r.id = t.run_id
  where u.order_id = :order
  order by t.credit desc, t.interaction_at desc
`

export const BUYER_OF_ORDER = `
  select p.id::float8 as id, p.first_name, p.last_name
  from engage_purchase u join engage_profile p on p.id = u.profile_id
  where u.order_id = :order
`
