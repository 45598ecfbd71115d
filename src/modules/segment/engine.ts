import { type Db, query } from "../../lib/db"
import { refreshChanged, refreshSegment } from "./refresh"
import type { Clock } from "./schedule"
import { DUE_SEGMENTS } from "./sql/membership"
import { allSegments } from "./store"

/**
 * One round of the segment loop: changed profiles in all segments, then one segment that is due over everybody.
 * @returns whether there may be more to do at once
 */
export async function segmentStep(db: Db, clock: Clock): Promise<boolean> {
  if (await refreshChanged(db, clock)) return true
  const [due] = await query<{ no: number }>(db, DUE_SEGMENTS, { now: clock.now })
  if (!due) return false
  const segment = (await allSegments(db)).find((s) => s.no === due.no)
  // An error stays on the segment, where its owner sees it; the next round tries again.
  if (segment) await refreshSegment(db, segment, clock).catch(() => undefined)
  return true
}
