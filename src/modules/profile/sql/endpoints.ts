import type { Channel } from "../../../types/common"
import { CONSENT, ENDPOINT } from "../tables"

/** A browser, app or chat takes messages from now on. Who is named with it has it; a nameless call leaves it whose it was. */
export const SIGN_UP = `
  insert into ${ENDPOINT} as e (channel, provider, address, keys, profile_id, visitor, device, created_at, seen_at)
  values (:channel, :provider, :address, :keys::jsonb, :profile::bigint, :visitor::text, :device::text, :now, :now)
  on conflict (channel, address) do update
  set provider = excluded.provider, keys = excluded.keys, seen_at = excluded.seen_at,
    device = coalesce(excluded.device, e.device), visitor = coalesce(excluded.visitor, e.visitor),
    profile_id = coalesce(
      excluded.profile_id,
      case when excluded.visitor is null or e.visitor is not distinct from excluded.visitor then e.profile_id end
    )
  returning profile_id::float8 as profile_id
`

/** Takes an endpoint away; tells whose it was, and whether the person has others on the channel. */
export const SIGN_OFF = `
  with gone as (
    delete from ${ENDPOINT} where channel = :channel and address = :address returning id, profile_id
  )
  select g.profile_id::float8 as profile_id, exists (
    select 1 from ${ENDPOINT} e where e.profile_id = g.profile_id and e.channel = :channel and e.id <> g.id
  ) as others
  from gone g
`

export const ENDPOINTS_OF = `
  select id::float8 as id, profile_id::float8 as profile_id, provider, address, keys
  from ${ENDPOINT}
  where channel = :channel and profile_id = any(:profiles::bigint[])
  order by id
`

export const DROP_ENDPOINTS = `
  delete from ${ENDPOINT} where id = any(:ids::bigint[]) returning profile_id::float8 as profile_id
`

/** What a visitor signed up is the person's from now on; tells on which channels that is their last word. */
export const JOIN_ENDPOINTS = `
  with joined as (
    update ${ENDPOINT} set profile_id = :profile where visitor = :visitor and profile_id is null
    returning channel, created_at
  )
  select j.channel, max(j.created_at) as at
  from joined j
  where not exists (
    select 1 from ${CONSENT} c
    where c.profile_id = :profile and c.channel = j.channel and c.topic = '*' and c.since >= j.created_at
  )
  group by j.channel
`

export const LEAVE_ENDPOINTS = `
  update ${ENDPOINT} e set profile_id = :previous::bigint
  from engage_visitor v
  where v.id = :visitor and e.visitor = v.key and e.profile_id = :profile
`

/** Browsers, apps and chats of a person, the latest first. */
export const LIST_ENDPOINTS = `
  select channel, provider, device, created_at, seen_at
  from ${ENDPOINT}
  where profile_id = :profile
  order by seen_at desc, id desc
  limit 20
`

/** Whether profile `p` has something signed up on a channel. */
export function hasEndpoint(channel: Channel): string {
  return `p.id in (select e.profile_id from ${ENDPOINT} e where e.channel = '${channel}' and e.profile_id is not null)`
}
