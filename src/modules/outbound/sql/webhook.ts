import { WEBHOOK, WEBHOOK_DELIVERY } from "../tables"

const COLUMNS = `
  w.id, w.url, w.description, w.types, w.status, w.stopped_because, right(w.secret, 4) as secret_hint, w.failing_since,
  w.created_at, w.updated_at
`

export const LIST_WEBHOOKS = `
  select ${COLUMNS},
    (select max(d.done_at) from (
      select done_at from ${WEBHOOK_DELIVERY} where webhook_id = w.id and state <> 'waiting' order by id desc limit 20
    ) d) as last_at,
    (select count(*)::int from (
      select 1 from ${WEBHOOK_DELIVERY} where webhook_id = w.id and state = 'waiting' limit 1001
    ) d) as waiting,
    (select count(*)::int from (
      select 1 from ${WEBHOOK_DELIVERY} where webhook_id = w.id and state = 'failed' limit 1001
    ) d) as failed
  from ${WEBHOOK} w
  where w.deleted_at is null and (:id::text is null or w.id = :id)
  order by w.created_at desc, w.id
`

export const SECRET = `select secret from ${WEBHOOK} where id = :id and deleted_at is null`

export const INSERT_WEBHOOK = `
  insert into ${WEBHOOK} (id, url, description, types, secret, created_at, updated_at)
  values (:id, :url, :description, :types::text[], :secret, :now, :now)
`

export const UPDATE_WEBHOOK = `
  update ${WEBHOOK}
  set url = coalesce(:url, url), description = coalesce(:description, description),
    types = coalesce(:types::text[], types), updated_at = :now
  where id = :id and deleted_at is null
`

/** Goes on as if nothing had gone wrong before, or holds everything. */
export const SET_STATUS = `
  update ${WEBHOOK}
  set status = :status, stopped_because = null, failures = 0, failing_since = null, rests_until = null, updated_at = :now
  where id = :id and deleted_at is null
`

export const SET_SECRET = `
  update ${WEBHOOK}
  set secret = :secret, old_secret = secret, old_secret_until = :until, updated_at = :now
  where id = :id and deleted_at is null
`

export const SET_DELETED = `
  update ${WEBHOOK}
  set deleted_at = case when :deleted::boolean then :now::timestamptz end
  where id = :id
`

/** Every type that some webhook tells of; those at rest keep what happens. */
export const WANTED_TYPES = `
  select coalesce(array_agg(distinct t.type), '{}') as types
  from ${WEBHOOK} w, unnest(w.types) as t (type)
  where w.deleted_at is null
`
