import { NEWS, NEWS_WANTED } from "../tables"

export const WANTED_KINDS = `select distinct kind from ${NEWS_WANTED}`

export const INSERT_NEWS = `insert into ${NEWS} (kind, at, data) values (:kind, :at, :data)`

export const SET_WANTED = `
  with gone as (
    delete from ${NEWS_WANTED} where follower = :follower and kind <> all(:kinds::text[])
  )
  insert into ${NEWS_WANTED} (follower, kind)
  select :follower, k.kind from unnest(:kinds::text[]) as k (kind)
  on conflict do nothing
`

export const DROP_NEWS = `delete from ${NEWS} where at < :before`
