import { type Db, query } from "../../lib/db"
import { publicIds } from "../../lib/public-id"
import { CLAIM_NEWS } from "./sql/membership"

/** Names of the events that tell who entered and who left a segment. */
export const SEGMENT_ENTERED = "engage.segment.entered"
export const SEGMENT_LEFT = "engage.segment.left"

/** What an event carries: at most 1,000 profiles by their public ids. */
export type SegmentNews = {
  name: typeof SEGMENT_ENTERED | typeof SEGMENT_LEFT
  data: { segment_id: string; profile_ids: string[]; at: string }
}

type Row = { id: number; segment_id: string; entered: boolean; at: Date; profile_ids: string[] }

/**
 * Takes news that nobody was told yet, oldest first. Taken within the transaction of `db`: if telling fails and that is
 * rolled back, they are told next time.
 */
export async function takeNews(db: Db, limit: number): Promise<SegmentNews[]> {
  const rows = await query<Row>(db, CLAIM_NEWS, { limit })
  const ids = await publicIds(db)
  return rows
    .sort((a, b) => a.id - b.id)
    .map(({ segment_id, entered, at, profile_ids }) => ({
      name: entered ? SEGMENT_ENTERED : SEGMENT_LEFT,
      data: {
        segment_id,
        profile_ids: profile_ids.map((id) => ids.seal("prof", Number(id))),
        at: at.toISOString(),
      },
    }))
}
