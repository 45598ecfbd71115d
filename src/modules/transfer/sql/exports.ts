import { EVENT } from "../../profile/events/tables"
import {
  CONSENT,
  CONSENT_LOG,
  PRODUCT,
  PROFILE,
  PROFILE_TAG,
  PURCHASE,
  PURCHASE_LINE,
} from "../../profile/tables"

const COLUMNS = `id, kind, format, segment_id, audience_id, actor, created_at, making`

export const INSERT_EXPORT = `
  insert into engage_export (id, kind, format, segment_id, audience_id, actor, created_at)
  values (:id, :kind, :format, :segment_id, :audience_id, :actor, :now)
  returning ${COLUMNS}
`

export const EXPORT_BY_ID = `select ${COLUMNS} from engage_export where id = :id`

export const LIST_EXPORTS = `
  select ${COLUMNS} from engage_export
  where :after::timestamptz is null or (created_at, id) < (:after::timestamptz, :after_id)
  order by created_at desc, id desc
  limit :limit
`

/** The next people after `:after`, of `members` (a select of `profile_id`) or of all. */
const nextPeople = (members: string | null) => `
  select p.* from ${PROFILE} p
  where p.removed_at is null and p.id > :after ${members ? `and p.id in (${members})` : ""}
  order by p.id
  limit :limit
`

export const PROFILES_PAGE = (members: string | null) => `
  select p.id::float8 as id, p.email, p.phone, p.first_name, p.last_name, p.gender, to_char(p.birthday, 'YYYY-MM-DD') as birthday,
    p.language, p.city, p.postal_code, p.country, p.time_zone, p.source, p.created_at, p.subscribed, p.email_status, p.phone_status,
    p.orders, p.items, p.revenue::float8 as revenue, p.aov::float8 as aov, p.first_order_at, p.last_order_at, p.rfm_group,
    p.custom, p.assigned,
    (select string_agg(t.tag, '|' order by lower(t.tag)) from ${PROFILE_TAG} t where t.profile_id = p.id) as tags
  from (${nextPeople(members)}) p
  order by p.id
`

export const PURCHASES_PAGE = (members: string | null) => `
  select p.id::float8 as id, p.email, o.order_id, o.display_id, o.placed_at, o.status, o.source, o.currency, o.net::float8 as order_net,
    l.line_id, coalesce(l.title, d.title) as title, d.product_id, l.variant_id, l.quantity, l.net::float8 as net
  from (${nextPeople(members)}) p
  join ${PURCHASE} o on o.profile_id = p.id
  left join ${PURCHASE_LINE} l on l.purchase_id = o.id
  left join ${PRODUCT} d on d.id = l.product_no
  order by p.id, o.placed_at, o.id, l.line_id
`

export const EVENTS_PAGE = (members: string | null) => `
  select p.id::float8 as id, p.email, e.name, e.at, e.source, e.message_id, e.properties
  from (${nextPeople(members)}) p
  join ${EVENT} e on e.profile_id = p.id
  order by p.id, e.at, e.id
`

export const CONSENTS_PAGE = (members: string | null) => `
  select p.id::float8 as id, p.email, c.channel, c.topic, c.state, c.since, c.method, l.ip, l.text_version, l.reason
  from (${nextPeople(members)}) p
  join ${CONSENT} c on c.profile_id = p.id
  left join lateral (
    select l.ip, l.text_version, l.reason from ${CONSENT_LOG} l
    where l.profile_id = c.profile_id and l.at = c.since and l.channel = c.channel and l.topic = c.topic
    order by l.id desc
    limit 1
  ) l on true
  order by p.id, c.channel, c.topic
`

export const LAST_OF_PAGE = (members: string | null) => `
  select max(id)::float8 as last from (${nextPeople(members)}) p
`
