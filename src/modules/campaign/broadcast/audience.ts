import type { Db, SqlFragment } from "../../../lib/db"
import { membersOf } from "../../segment/read"
import { refreshSegment } from "../../segment/refresh"
import { getSegments, type SegmentRow } from "../../segment/store"
import type { BroadcastRow } from "./store"

export type Audience = {
  segment: SegmentRow | undefined
  excluded: SegmentRow[]
  /** Select of `profile_id`; nobody when the segment is gone. */
  audience: SqlFragment
  exclude: SqlFragment | null
}

const NOBODY: SqlFragment = { sql: `select null::bigint as profile_id where false`, params: {} }
const MEMBERS_OF_ANY = `select profile_id from engage_membership where segment_no = any(:segment_nos::int[])`

/** Who a broadcast goes to, by the members its segments have now. */
export async function broadcastAudience(db: Db, broadcast: BroadcastRow): Promise<Audience> {
  const segments = await getSegments(db, [
    ...(broadcast.segment_id ? [broadcast.segment_id] : []),
    ...broadcast.exclude_segment_ids,
  ])
  const segment = segments.find((s) => s.id === broadcast.segment_id)
  const excluded = segments.filter((s) => broadcast.exclude_segment_ids.includes(s.id))
  return {
    segment,
    excluded,
    audience: segment ? membersOf(segment) : NOBODY,
    exclude: excluded.length
      ? { sql: MEMBERS_OF_ANY, params: { segment_nos: excluded.map((s) => s.no) } }
      : null,
  }
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
