import { HELD_OUT } from "../../campaign/sql/holdout"
import { ENROLLMENT } from "../../campaign/tables"
import { MESSAGE_EVENT, RUN } from "../../delivery/tables"
import {
  CONSENT_LOG,
  MERGE,
  NEWS,
  PRIVACY_LOG,
  PROFILE,
  PURCHASE,
  VALUE_LOG,
} from "../../profile/tables"
import { SEGMENT, SEGMENT_NEWS } from "../../segment/tables"

/** Rows of a log in the order of their numbers, from where the follower is to what is decided. */
const behind = (row: string) => `
  where ${row}.id > :mark and ${row}.id <= :upto
  order by ${row}.id
  limit :limit
`
const number = (column: string, name: string) => `${column}::float8 as ${name}`

export const NEW_PROFILES = `
  select ${number("p.id", "id")}, ${number("p.id", "profile_id")}, p.created_at as at
  from ${PROFILE} p
  ${behind("p")}
`

export const CHANGED_VALUES = `
  select ${number("v.id", "id")}, ${number("v.profile_id", "profile_id")}, v.kind, v.key, v.source, v.at
  from ${VALUE_LOG} v
  ${behind("v")}
`

export const CHANGED_CONSENTS = `
  select ${number("c.id", "id")}, ${number("c.profile_id", "profile_id")}, c.channel, c.topic, c.state, c.method, c.at
  from ${CONSENT_LOG} c
  ${behind("c")}
`

export const MERGED_PROFILES = `
  select ${number("m.id", "id")}, ${number("m.kept", "profile_id")}, ${number("m.gone", "gone")}, m.at
  from ${MERGE} m
  ${behind("m")}
`

export const ERASED_PROFILES = `
  select ${number("l.id", "id")}, ${number("l.profile_id", "profile_id")}, l.action, l.at
  from ${PRIVACY_LOG} l
  ${behind("l")}
`

export const SEGMENT_MOVES = `
  select ${number("n.id", "id")}, s.id as segment_id, n.entered, n.at, n.profile_ids::text[] as profile_ids
  from ${SEGMENT_NEWS} n
  left join ${SEGMENT} s on s.no = n.segment_no
  ${behind("n")}
`

export const MESSAGE_RESPONSES = `
  select ${number("v.id", "id")}, v.kind, v.verdict, v.link, v.detail, v.at, ${number("v.run_id", "run_id")},
    ${number("v.profile_id", "profile_id")}, ${number("v.pass", "pass")}
  from ${MESSAGE_EVENT} v
  ${behind("v")}
`

export const ENTRIES = `
  select ${number("e.id", "id")}, e.campaign_id, ${number("e.profile_id", "profile_id")}, e.entered_at as at,
    e.reason is not distinct from '${HELD_OUT}' as held_out
  from ${ENROLLMENT} e
  ${behind("e")}
`

export const WRITTEN_NEWS = `
  select ${number("n.id", "id")}, n.kind, n.at, n.data
  from ${NEWS} n
  ${behind("n")}
`

/** What messages of some runs are. Tests are no messages to customers. */
export const RUNS = `
  select ${number("id", "id")}, kind, ref, title, channel
  from ${RUN}
  where id = any(:ids::bigint[]) and not is_test
`

export const ORDERS = `
  select ${number("id", "id")}, order_id, ${number("profile_id", "profile_id")}, net::float8 as net, currency, placed_at
  from ${PURCHASE}
  where id = any(:ids::bigint[]) and counted
`
