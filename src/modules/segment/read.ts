import { decodeCursor, page } from "../../lib/cursor"
import { type Db, query, type SqlFragment } from "../../lib/db"
import type { SegmentHistoryPoint } from "../../types/segment"
import { BASE_TOTALS, HISTORY_OF, MEMBERS_OF, SEGMENTS_OF } from "./sql/segment"
import type { SegmentRow } from "./store"

const HISTORY_POINTS = 500

/** The members of a segment as a select of `profile_id`. */
export function membersOf(segment: Pick<SegmentRow, "no">): SqlFragment {
  return {
    sql: `select profile_id from engage_membership where segment_no = :segment_no`,
    params: { segment_no: segment.no },
  }
}

/** Numbers of a page of members, with when they entered. */
export async function listMembers(
  db: Db,
  segment: SegmentRow,
  input: { limit: number; cursor?: string }
): Promise<{ rows: { id: number; entered_at: Date }[]; next_cursor: string | null }> {
  const rows = await query<{ id: number; entered_at: Date }>(db, MEMBERS_OF, {
    no: segment.no,
    after: decodeCursor(input.cursor)?.id ?? 0,
    limit: input.limit + 1,
  })
  return page(rows, input.limit, (row) => ({ value: null, id: row.id }))
}

/** The segments that a profile is in, latest entry first. */
export async function segmentsOf(
  db: Db,
  profile: number
): Promise<{ id: string; name: string; entered_at: string }[]> {
  const rows = await query<{ id: string; name: string; entered_at: Date }>(db, SEGMENTS_OF, {
    profile,
  })
  return rows.map((row) => ({ ...row, entered_at: row.entered_at.toISOString() }))
}

/** How the segment's size moved, oldest first; revenue in minor units of the base currency. */
export async function segmentHistory(db: Db, segment: SegmentRow): Promise<SegmentHistoryPoint[]> {
  const rows = await query<{
    at: Date
    profiles: number
    entered: number
    left_count: number
    revenue: number
  }>(db, HISTORY_OF, { no: segment.no, limit: HISTORY_POINTS })
  return rows
    .reverse()
    .map(({ at, left_count, ...rest }) => ({ at: at.toISOString(), left: left_count, ...rest }))
}

/** How many profiles there are, and what they brought in minor units of the base currency. */
export async function baseTotals(db: Db): Promise<{ profiles: number; revenue: number }> {
  return (await query<{ profiles: number; revenue: number }>(db, BASE_TOTALS))[0]
}
