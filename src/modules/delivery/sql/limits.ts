import {
  CHUNK,
  RUN,
  SENDING_ACCOUNT,
  SENDING_DAY,
  SENDING_HOLD,
  SENDING_LIMIT,
  SENDING_USE,
  WARM_UP,
} from "../tables"

/** Whether anything limits an account. */
export const IS_LIMITED = `
  select
    exists (select 1 from ${SENDING_LIMIT} where account = :account)
      or exists (select 1 from ${WARM_UP} where account = :account) as limited
`

export const ADD_ACCOUNT = `
  insert into ${SENDING_ACCOUNT} (account) values (:account) on conflict do nothing
`

/** Permits are given to one worker after the other. */
export const LOCK_ACCOUNT = `select 1 from ${SENDING_ACCOUNT} where account = :account for update`

/**
 * The limits of an account with what counts now: permits that are out, those whose holder is gone as if it had used them at its
 * last sign of life, and what was used within the window. One statement, so that a permit on its way from the one to the
 * other is seen once.
 */
export const LIMITS_NOW = `
  select l.id::float8 as id, l.destination, l.seconds, l.max,
    coalesce(h.count, 0)::float8 as held,
    coalesce(u.count, 0)::float8 as used,
    greatest(extract(epoch from u.ends_at - clock_timestamp()) * 1000, 0)::float8 as frees_in_ms
  from ${SENDING_LIMIT} l
  left join lateral (
    select sum(count) as count
    from ${SENDING_HOLD}
    where limit_id = l.id and until + make_interval(secs => l.seconds) > clock_timestamp()
  ) h on true
  left join lateral (
    select sum(count) as count, min(ends_at) as ends_at
    from ${SENDING_USE}
    where limit_id = l.id and ends_at > clock_timestamp()
  ) u on true
  where l.account = :account
  order by l.id
`

/** What a holder takes. It keeps what it has for as long as it shows signs of life. */
export const HOLD = `
  insert into ${SENDING_HOLD} as h (limit_id, holder, count, until)
  select t.limit_id, :holder, t.count, clock_timestamp() + make_interval(secs => :hold_ms::float8 / 1000)
  from unnest(:limits::bigint[], :counts::int[]) as t (limit_id, count)
  on conflict (limit_id, holder) do update set count = h.count + excluded.count, until = excluded.until
`

export const KEEP_HOLDING = `
  update ${SENDING_HOLD}
  set until = clock_timestamp() + make_interval(secs => :hold_ms::float8 / 1000)
  where holder = :holder
`

/**
 * Turns permits into use, which counts from now for the length of the window. Ends lie on a grid of a fiftieth of the window,
 * always later, so that a day is fifty rows however much is sent.
 */
export const SETTLE = `
  with told as (
    select * from unnest(:limits::bigint[], :counts::int[]) as t (limit_id, count)
  ), given as (
    update ${SENDING_HOLD} h
    set count = greatest(h.count - t.count, 0)
    from told t
    where h.limit_id = t.limit_id and h.holder = :holder
  )
  insert into ${SENDING_USE} as u (limit_id, ends_at, count)
  select l.id,
    to_timestamp((ceil(extract(epoch from clock_timestamp()) * 50 / l.seconds) * l.seconds / 50 + l.seconds)::float8),
    t.count
  from told t
  join ${SENDING_LIMIT} l on l.id = t.limit_id
  order by l.id
  on conflict (limit_id, ends_at) do update set count = u.count + excluded.count
`

/** Gives back what was not used. */
export const LET_GO = `delete from ${SENDING_HOLD} where holder = :holder`

export const COUNT_DAY = `
  insert into ${SENDING_DAY} as d (account, day, sent) values (:account, :day, :count)
  on conflict (account, day) do update set sent = greatest(d.sent + excluded.sent, 0)
`

export const WARM_UP_NOW = `
  select w.started_on::text as started_on, w.first_day, w.growth_percent, w.full_day, coalesce(d.sent, 0) as sent
  from ${WARM_UP} w
  left join ${SENDING_DAY} d on d.account = w.account and d.day = :day
  where w.account = :account
`

export const SWEEP_USE = `delete from ${SENDING_USE} where ends_at < clock_timestamp()`
export const SWEEP_HOLDS = `
  delete from ${SENDING_HOLD} h
  using ${SENDING_LIMIT} l
  where l.id = h.limit_id and h.until + make_interval(secs => l.seconds) < clock_timestamp()
`

export const KEEP_LIMITS = `
  delete from ${SENDING_LIMIT} l
  where l.account = :account and not exists (
    select 1 from unnest(:destinations::text[], :seconds::int[]) as t (destination, seconds)
    where t.destination = l.destination and t.seconds = l.seconds
  )
`

export const SAVE_LIMITS = `
  insert into ${SENDING_LIMIT} (account, destination, seconds, max)
  select :account, t.* from unnest(:destinations::text[], :seconds::int[], :maxima::int[]) as t
  on conflict (account, destination, seconds) do update set max = excluded.max
`

export const SAVE_WARM_UP = `
  insert into ${WARM_UP} as w (account, started_on, first_day, growth_percent, full_day)
  values (:account, :started_on, :first_day, :growth_percent, :full_day)
  on conflict (account) do update
  set first_day = excluded.first_day, growth_percent = excluded.growth_percent, full_day = excluded.full_day
`

export const END_WARM_UP = `delete from ${WARM_UP} where account = :account`

export const DAYS_SENT = `
  select day::text as day, sent from ${SENDING_DAY} where account = :account and day >= :since order by day
`

/** Messages of a channel that are due. Counts of chunks at rest; of those at work, what their last rest said. */
export const DUE_MESSAGES = `
  select coalesce(sum(c.size - c.accepted - c.failed - c.skipped - c.uncertain), 0)::float8 as waiting
  from ${RUN} r
  join ${CHUNK} c on c.run_id = r.id and not c.done
  where r.status = 'sending' and r.channel = :channel
    and (c.not_before <= clock_timestamp() + interval '1 day')
`
