import { PROFILE } from "../../tables"

const COLUMNS = `
  e.id::float8 as id, e.name, e.at, e.received_at, e.source, e.message_id, e.properties,
  e.profile_id::float8 as profile_id, e.visitor_id::float8 as visitor_id, e.session_id::float8 as session_id,
  nullif(concat_ws(' ', p.first_name, p.last_name), '') as person, p.email
`
const FROM = `from engage_event e left join ${PROFILE} p on p.id = e.profile_id`

/** Events newest first, before a position. Every filter may be null. */
export const listEvents = (filters: { profile?: boolean; names?: boolean; q?: boolean }) => `
  select ${COLUMNS} ${FROM}
  where (e.at, e.id) < (:before::timestamptz, :before_id::bigint)
    and (:from::timestamptz is null or e.at >= :from::timestamptz)
    and (:to::timestamptz is null or e.at < :to::timestamptz)
    and (:source::text is null or e.source = :source)
    ${filters.profile ? "and e.profile_id = :profile" : ""}
    ${filters.names ? "and e.name = any(:names::text[])" : ""}
    ${filters.q ? "and (lower(e.name) like :q or lower(e.properties::text) like :q)" : ""}
  order by e.at desc, e.id desc
  limit :limit
`

export const ONE_EVENT = `select ${COLUMNS} ${FROM} where e.at = :at::timestamptz and e.id = :id`

export const CATALOGUE = `
  select name, array_agg(distinct source order by source) as sources, sum(events)::float8 as total,
    coalesce(sum(events) filter (where day > :today::date - 30), 0)::float8 as last_30_days,
    min(day)::text as first_day, max(last_at) as last_at
  from engage_event_day
  where :q::text is null or lower(name) like :q
  group by name
  order by max(last_at) desc
  limit 500
`

export const CATALOGUE_DAYS = `
  select name, (:today::date - day)::int as ago, sum(events)::float8 as events
  from engage_event_day
  where day > :today::date - 30 and day <= :today::date and name = any(:names::text[])
  group by 1, 2
`

export const LATEST_OF_NAME = `
  select ${COLUMNS} ${FROM} where e.name = :name order by e.at desc, e.id desc limit :limit
`

const SESSION_COLUMNS = `
  s.id::float8 as id, s.started_at, s.last_at, s.pages, s.products, s.cart_actions, s.events, s.device, s.os, s.browser,
  s.landing, s.referrer, s.utm_source, s.utm_medium, s.utm_campaign, s.utm_term, s.utm_content, s.click_id
`

/** Visits of a profile, newest first. */
export const VISITS_OF = `
  select ${SESSION_COLUMNS} from engage_session s
  where s.profile_id = :profile and s.events > 0 and (s.started_at, s.id) < (:before::timestamptz, :before_id::bigint)
    and s.started_at >= :since::timestamptz
    and (:q::text is null or lower(concat_ws(' ', s.device, s.os, s.browser, s.landing, s.referrer, s.utm_source, s.utm_medium, s.utm_campaign)) like :q
      or exists (select 1 from engage_event e where e.session_id = s.id and e.at between s.started_at and s.last_at
        and lower(e.name || ' ' || e.properties::text) like :q))
  order by s.started_at desc, s.id desc
  limit :limit
`

/** The first steps of some visits; the bounds of time keep the other months out. */
export const STEPS_OF = `
  select session_id::float8 as session_id, at, name, title
  from (
    select e.session_id, e.at, e.name,
      coalesce(e.properties ->> 'title', e.properties ->> 'name', e.properties ->> 'query', e.properties ->> 'category') as title,
      row_number() over (partition by e.session_id order by e.at, e.id) as n
    from engage_event e
    where e.session_id = any(:sessions::bigint[]) and e.at between :from::timestamptz and :to::timestamptz
  ) x
  where n <= :steps
  order by at
`

/** What a person did that stands for itself: no step of a visit, and no order, which the timeline shows as such. */
export const LOOSE_EVENTS_OF = `
  select ${COLUMNS} ${FROM}
  where e.profile_id = :profile and e.session_id is null and e.source <> 'shop'
    and (e.at, e.id) < (:before::timestamptz, :before_id::bigint) and e.at >= :since::timestamptz
    and (:q::text is null or lower(e.name || ' ' || e.properties::text) like :q)
  order by e.at desc, e.id desc
  limit :limit
`

export const VISIT_OF_ORDER = `
  select ${SESSION_COLUMNS} from engage_purchase_visit v join engage_session s on s.id = v.session_id where v.order_id = :order
`
