import { query } from "../../../lib/db"
import type { Channel, ConsentState } from "../../../types/common"
import { CONSENT_LOG_OF } from "../../profile/sql/read"
import type { TimelineSource } from "./source"

type Row = {
  id: number
  at: Date
  channel: Channel
  topic_name: string
  state: ConsentState
  method: string
  reason: string | null
}

/** What the person said about being contacted. */
export const consentSource: TimelineSource = {
  kind: "consent",
  async read(db, at) {
    const rows = await query<Row>(db, CONSENT_LOG_OF, at)
    return rows.map((row) => ({
      ...row,
      kind: "consent",
      id: `consent-${row.id}`,
      at: row.at.toISOString(),
    }))
  },
}
