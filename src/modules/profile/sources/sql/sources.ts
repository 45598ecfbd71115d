const COLUMNS = `
  s.id, s.name, s.secret, s.mapping, s.active, s.created_at,
  (select count(*)::int from engage_source_request r where r.source_id = s.id) as requests,
  (select max(r.at) from engage_source_request r where r.source_id = s.id) as last_request_at
`

export const LIST_SOURCES = `select ${COLUMNS} from engage_source s where s.deleted_at is null order by s.created_at desc, s.id`
export const ONE_SOURCE = `select ${COLUMNS} from engage_source s where s.id = :id and s.deleted_at is null`

export const INSERT_SOURCE = `
  insert into engage_source (id, name, secret, mapping) values (:id, :name, :secret, :mapping::jsonb)
`

export const UPDATE_SOURCE = `
  update engage_source
  set name = coalesce(:name, name), mapping = coalesce(:mapping::jsonb, mapping), active = coalesce(:active, active),
    secret = coalesce(:secret, secret), updated_at = now()
  where id = :id and deleted_at is null
`

export const SET_SOURCE_DELETED = `
  update engage_source set deleted_at = case when :deleted then now() end where id = :id
`

export const INSERT_REQUEST = `
  insert into engage_source_request (source_id, at, body, accepted, duplicates, rejected, replay_of)
  values (:source, :at, :body, :accepted, :duplicates, :rejected::jsonb, :replay_of)
  returning id::float8 as id
`

/** The console keeps the latest calls only: they hold what people sent as it was. */
export const FORGET_REQUESTS = `
  delete from engage_source_request
  where source_id = :source and (
    at < :before::timestamptz
    or id <= (select id from engage_source_request where source_id = :source order by id desc offset :keep limit 1)
  )
`

const REQUEST = `
  select id::float8 as id, at, body, accepted, duplicates, rejected, replay_of::float8 as replay_of
  from engage_source_request
`
export const LIST_REQUESTS = `
  ${REQUEST} where source_id = :source and id < :before order by id desc limit :limit
`
export const ONE_REQUEST = `${REQUEST} where source_id = :source and id = :id`
