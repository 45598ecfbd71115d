import { subDays } from "date-fns"
import { decodeCursor, decodeNumberedTimeCursor, page } from "../../lib/cursor"
import { type Db, query, type SqlFragment } from "../../lib/db"
import type { SegmentHistoryPoint } from "../../types/segment"
import { BASE_TOTALS, HISTORY_OF, MEMBERS_OF, MOVES_OF, SEGMENTS_OF } from "./sql/segment"
import type { SegmentRow } from "./store"

/** How far back the history is shown. */
const HISTORY_DAYS = 365

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

/** What a segment was like on each day that it was counted, oldest first; money in minor units of the base currency. */
export async function segmentHistory(
  db: Db,
  segment: SegmentRow,
  { now, zone }: { now: Date; zone: string }
): Promise<SegmentHistoryPoint[]> {
  const rows = await query<
    Omit<SegmentHistoryPoint, "at" | "left" | "aov" | "ltv"> & { at: Date; left_count: number }
  >(db, HISTORY_OF, { no: segment.no, zone, since: subDays(now, HISTORY_DAYS) })
  return rows.map(({ at, left_count, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    left: left_count,
    ...averages(rest.profiles, rest.orders, rest.revenue),
  }))
}

/** Average order value and mean revenue per profile, in minor units; `null` when there is nothing to divide by. */
export function averages(
  profiles: number | null,
  orders: number | null,
  revenue: number | null
): { aov: number | null; ltv: number | null } {
  return {
    aov: orders && revenue !== null ? Math.round(revenue / orders) : null,
    ltv: profiles && revenue !== null ? Math.round(revenue / profiles) : null,
  }
}

/** Numbers of a page of the people who entered or left on a day (`YYYY-MM-DD` in the shop's zone), latest first, with when. */
export async function listMoves(
  db: Db,
  segment: SegmentRow,
  input: { day: string; zone: string; entered: boolean; limit: number; cursor?: string }
): Promise<{ rows: { id: number; at: Date }[]; next_cursor: string | null }> {
  const { cursor, limit, ...wanted } = input
  const after = decodeNumberedTimeCursor(cursor)
  const rows = await query<{ id: number; at: Date }>(db, MOVES_OF, {
    ...wanted,
    no: segment.no,
    after_at: after?.value ?? null,
    after_id: after?.id ?? null,
    limit: limit + 1,
  })
  return page(rows, limit, ({ id, at }) => ({ value: at.toISOString(), id }))
}

/** How many profiles there are, and what they brought in minor units of the base currency. */
export async function baseTotals(db: Db): Promise<{ profiles: number; revenue: number }> {
  return (await query<{ profiles: number; revenue: number }>(db, BASE_TOTALS))[0]
}
