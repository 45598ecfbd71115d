import { type Db, query } from "../../../lib/db"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { VERSIONS } from "../sql/versions"

/** What the messages of a run said one after the other, and how many left with each; empty if it was never changed. */
export async function versionsReport(
  db: Db,
  key: { run: number; run_at: Date }
): Promise<BroadcastReport["versions"]> {
  const rows = await query<{ at: Date; subject: string; sent: number }>(db, VERSIONS, key)
  return rows.length > 1 ? rows.map((row) => ({ ...row, at: row.at.toISOString() })) : []
}
