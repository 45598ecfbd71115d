import type { Db, SqlFragment } from "../../../lib/db"
import { type AudienceRow, audienceMembers, getAudiences } from "../../segment/audience/store"
import { membersOf } from "../../segment/read"
import { refreshSegment } from "../../segment/refresh"
import { getSegments, type SegmentRow } from "../../segment/store"
import type { BroadcastRow } from "./store"

export type Audience = {
  /** The segment it goes to; `undefined` for a frozen audience. */
  segment: SegmentRow | undefined
  excluded: SegmentRow[]
  /** Select of `profile_id`; nobody when what it was to go to is gone. */
  audience: SqlFragment
  exclude: SqlFragment | null
  /** Whether what it goes to is there. */
  found: boolean
}

const NOBODY: SqlFragment = { sql: `select null::bigint as profile_id where false`, params: {} }
const MEMBERS_OF_ANY = `
  select profile_id from engage_membership where segment_no = any(:segment_nos::int[])
  union all
  select profile_id from engage_audience_member where audience_no = any(:audience_nos::int[])
`

/** Who a broadcast goes to, by the members its segments and audiences have now. */
export async function broadcastAudience(db: Db, broadcast: BroadcastRow): Promise<Audience> {
  const ids = [
    ...(broadcast.segment_id ? [broadcast.segment_id] : []),
    ...broadcast.exclude_segment_ids,
  ]
  const segments = await getSegments(db, ids)
  const audiences = await getAudiences(db, ids)
  const segment = segments.find((s) => s.id === broadcast.segment_id)
  const frozen = audiences.find((a) => a.id === broadcast.segment_id)
  const isExcluded = ({ id }: { id: string }) => broadcast.exclude_segment_ids.includes(id)
  const excluded = segments.filter(isExcluded)
  return {
    segment,
    excluded,
    audience: segment ? membersOf(segment) : frozen ? audienceMembers(frozen) : NOBODY,
    exclude: exclusion(excluded, audiences.filter(isExcluded)),
    found: Boolean(segment ?? frozen),
  }
}

function exclusion(segments: SegmentRow[], audiences: AudienceRow[]): SqlFragment | null {
  if (!segments.length && !audiences.length) return null
  const params = {
    segment_nos: segments.map((s) => s.no),
    audience_nos: audiences.map((a) => a.no),
  }
  return { sql: MEMBERS_OF_ANY, params }
}

/** Computes the members of every segment the broadcast names, so that its audience is of this moment. */
export async function refreshAudience(
  db: Db,
  broadcast: BroadcastRow,
  clock: { now: Date; zone: string }
): Promise<Audience> {
  const { segment, excluded } = await broadcastAudience(db, broadcast)
  for (const one of new Set([...(segment ? [segment] : []), ...excluded])) {
    await refreshSegment(db, one, clock)
  }
  return broadcastAudience(db, broadcast)
}
