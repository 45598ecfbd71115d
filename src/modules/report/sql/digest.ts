import { MAILBOX_STAT, RUN } from "../../delivery/tables"
import { CONSENT_LOG, PROFILE, PURCHASE } from "../../profile/tables"
import { SEGMENT } from "../../segment/tables"

const SEGMENT_HISTORY = "engage_segment_history"

/** Orders of the week from `:from` to `:until` and of the one before it, and who bought for the first time in each. */
export const TRADE = `
  select
    count(*) filter (where u.placed_at >= :from)::int as orders,
    count(*) filter (where u.placed_at < :from)::int as orders_before,
    coalesce(sum(u.net_base) filter (where u.placed_at >= :from), 0)::float8 as revenue,
    coalesce(sum(u.net_base) filter (where u.placed_at < :from), 0)::float8 as revenue_before,
    count(distinct p.id) filter (where p.first_order_at >= :from and u.placed_at >= :from)::int as new_buyers,
    count(distinct p.id) filter (where p.first_order_at < :from and p.first_order_at >= :before)::int as new_buyers_before
  from ${PURCHASE} u
  join ${PROFILE} p on p.id = u.profile_id
  where u.counted and u.placed_at >= :before and u.placed_at < :until
`

/** What people said about everything on a channel, in both weeks. */
export const CONSENT = `
  select channel,
    count(*) filter (where state = 'subscribed' and at >= :from)::int as joined,
    count(*) filter (where state = 'subscribed' and at < :from)::int as joined_before,
    count(*) filter (where state = 'unsubscribed' and at >= :from)::int as left,
    count(*) filter (where state = 'unsubscribed' and at < :from)::int as left_before
  from ${CONSENT_LOG}
  where topic = '*' and state in ('subscribed', 'unsubscribed') and at >= :before and at < :until
  group by channel
  order by count(*) desc
  limit 3
`

/** The segments whose size changed most for what they were, by at least `:least` people. */
export const GROWTH = `
  select s.id, s.name, was.profiles as before, became.profiles as after
  from ${SEGMENT} s
  cross join lateral (
    select profiles from ${SEGMENT_HISTORY} h where h.segment_no = s.no and h.at < :until order by h.at desc limit 1
  ) became
  cross join lateral (
    select profiles from ${SEGMENT_HISTORY} h where h.segment_no = s.no and h.at < :from order by h.at desc limit 1
  ) was
  where s.deleted_at is null and s.archived_at is null and abs(became.profiles - was.profiles) >= :least
  order by abs(ln((became.profiles + 1.0) / (was.profiles + 1.0))) desc, s.no
  limit 3
`

/** Broadcasts that began in either week, and what became of their messages as it was last counted. */
export const SENT = `
  select
    count(distinct r.id) filter (where r.started_at >= :from)::int as broadcasts,
    coalesce(sum(x.accepted) filter (where r.started_at >= :from), 0)::int as sent,
    coalesce(sum(x.accepted) filter (where r.started_at < :from), 0)::int as sent_before,
    coalesce(sum(x.hard) filter (where r.started_at >= :from), 0)::int as bounced,
    coalesce(sum(x.hard) filter (where r.started_at < :from), 0)::int as bounced_before,
    coalesce(sum(x.clicked) filter (where r.started_at >= :from), 0)::int as clicked
  from ${RUN} r
  join ${MAILBOX_STAT} x on x.run_id = r.id
  where r.kind = 'broadcast' and not r.is_test and r.started_at >= :before and r.started_at < :until
`
