import { query } from "../../../lib/db"
import { MEMBERSHIP_LOG_OF } from "../../segment/sql/segment"
import type { TimelineSource } from "./source"

type Row = { at: Date; entered: boolean; id: string; name: string }

/** Segments entered and left. */
export const segmentsSource: TimelineSource = {
  kind: "segment",
  async read(db, at) {
    const rows = await query<Row>(db, MEMBERSHIP_LOG_OF, at)
    return rows.map(({ at: when, entered, id, name }) => ({
      kind: "segment",
      id: `${id}-${when.toISOString()}`,
      at: when.toISOString(),
      segment: { id, name },
      entered,
    }))
  },
}
