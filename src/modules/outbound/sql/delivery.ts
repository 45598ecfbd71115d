import { WEBHOOK, WEBHOOK_ATTEMPT, WEBHOOK_DELIVERY, WEBHOOK_EVENT } from "../tables"

/** Notes what happened, once, and that every webhook that tells of it has to. */
export const INSERT_EVENTS = `
  with told as (
    insert into ${WEBHOOK_EVENT} (type, at, data, created_at)
    select t.type, t.at, t.data::json, :now
    from unnest(:types::text[], :times::timestamptz[], :data::text[]) as t (type, at, data)
    returning id, type
  )
  insert into ${WEBHOOK_DELIVERY} (webhook_id, event_id, not_before)
  select w.id, t.id, :now
  from told t
  join ${WEBHOOK} w on t.type = any(w.types) and w.deleted_at is null
  order by t.id
`

/** Something told to one webhook only, and at once. */
export const INSERT_ONE = `
  with told as (
    insert into ${WEBHOOK_EVENT} (type, at, data, created_at) values (:type, :now, :data::json, :now) returning id
  )
  insert into ${WEBHOOK_DELIVERY} (webhook_id, event_id, not_before, lease_until, attempts)
  select :webhook, id, :now, :until, 1 from told
  returning id::float8 as id
`

/** Webhooks that have something to tell, and may. */
export const DUE_WEBHOOKS = `
  select w.id, w.failures
  from ${WEBHOOK} w
  where w.status = 'active' and w.deleted_at is null and (w.rests_until is null or w.rests_until <= :now)
    and exists (
      select 1
      from ${WEBHOOK_DELIVERY} d
      where d.webhook_id = w.id and d.state = 'waiting' and d.not_before <= :now
        and (d.lease_until is null or d.lease_until <= :now)
    )
`

const CALL = `
  d.id::float8 as id, d.webhook_id, d.attempts, e.id::float8 as event_id, e.type, e.at, e.data, w.url, w.failures,
  w.failing_since, case when w.old_secret_until > :now then array[w.secret, w.old_secret] else array[w.secret] end as secrets
`

/** Takes what is due for one webhook, for this process alone until the lease ends. */
export const TAKE_DELIVERIES = `
  with due as (
    select id
    from ${WEBHOOK_DELIVERY}
    where webhook_id = :webhook and state = 'waiting' and not_before <= :now
      and (lease_until is null or lease_until <= :now)
    order by not_before, id
    limit :limit
    for update skip locked
  ), taken as (
    update ${WEBHOOK_DELIVERY} d
    set lease_until = :until, attempts = d.attempts + 1
    from due
    where d.id = due.id
    returning d.*
  )
  select ${CALL}
  from taken d
  join ${WEBHOOK_EVENT} e on e.id = d.event_id
  join ${WEBHOOK} w on w.id = d.webhook_id
  order by d.id
`

export const ONE_CALL = `
  select ${CALL}
  from ${WEBHOOK_DELIVERY} d
  join ${WEBHOOK_EVENT} e on e.id = d.event_id
  join ${WEBHOOK} w on w.id = d.webhook_id
  where d.id = :id
`

/** What came of a call, and when the next one is due: never, when it was the last. */
export const END_CALL = `
  with noted as (
    insert into ${WEBHOOK_ATTEMPT} (delivery_id, at, ms, status, error, response)
    values (:id, :at, :ms, :status, :error, :response)
  )
  update ${WEBHOOK_DELIVERY}
  set state = :state, lease_until = null, last_status = :status, last_error = :error,
    not_before = coalesce(:later::timestamptz, not_before),
    done_at = case when :state <> 'waiting' then :now::timestamptz end
  where id = :id
`

/** It answers again. */
export const NOTE_WORKS = `
  update ${WEBHOOK}
  set failures = 0, failing_since = null, rests_until = null
  where id = :id and failures > 0
`

/** It does not answer, or not as it should. */
export const NOTE_FAILS = `
  update ${WEBHOOK}
  set failures = failures + 1, failing_since = coalesce(failing_since, :now::timestamptz),
    rests_until = :rests::timestamptz,
    status = case when :stop::text is not null and status = 'active' then 'stopped' else status end,
    stopped_because = case when :stop::text is not null and status = 'active' then :stop else stopped_because end
  where id = :id
`

const LOGGED = `
  d.id::float8 as id, d.event_id::float8 as event_id, e.type, e.at, d.state, d.attempts, d.done_at, d.last_status,
  d.last_error, d.not_before
`

export const LIST_DELIVERIES = `
  select ${LOGGED}
  from ${WEBHOOK_DELIVERY} d
  join ${WEBHOOK_EVENT} e on e.id = d.event_id
  where d.webhook_id = :webhook and d.id < :before
    and (:state::text is null or d.state = :state) and (:type::text is null or e.type = :type)
  order by d.id desc
  limit :limit
`

export const ONE_DELIVERY = `
  select ${LOGGED}, e.data
  from ${WEBHOOK_DELIVERY} d
  join ${WEBHOOK_EVENT} e on e.id = d.event_id
  where d.webhook_id = :webhook and d.id = :id
`

export const LIST_ATTEMPTS = `
  select at, ms, status, error, response
  from ${WEBHOOK_ATTEMPT}
  where delivery_id = :id
  order by id desc
  limit 100
`

const AGAIN = `state = 'waiting', not_before = :now, attempts = 0, done_at = null`

/** Has something told again that was told or given up. */
export const REPLAY_ONE = `
  update ${WEBHOOK_DELIVERY}
  set ${AGAIN}
  where id = :id and webhook_id = :webhook and state <> 'waiting'
`

export const REPLAY_FAILED = `
  update ${WEBHOOK_DELIVERY} d
  set ${AGAIN}
  from ${WEBHOOK_EVENT} e
  where e.id = d.event_id and d.webhook_id = :webhook and d.state = 'failed' and e.created_at >= :since
`

/** Forgets some of what is older than that; @see dropOld */
export const DROP_EVENTS = `
  with old as (
    select id from ${WEBHOOK_EVENT} where created_at < :before order by created_at limit :limit
  ), deliveries as (
    delete from ${WEBHOOK_DELIVERY} d using old where d.event_id = old.id returning d.id
  ), attempts as (
    delete from ${WEBHOOK_ATTEMPT} a using deliveries d where a.delivery_id = d.id
  )
  delete from ${WEBHOOK_EVENT} e using old where e.id = old.id
`
