import { decodeCursor, page } from "../../../lib/cursor"
import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { CampaignPerson } from "../../../types/campaign"
import { type ProfileRow, toListItem } from "../../profile/read/row"
import { PEOPLE_INSIDE } from "../sql/campaign"

type Row = ProfileRow & {
  enrollment: number
  version: number
  step: string | null
  due_at: Date | null
  entered_at: Date
  ended_at: Date | null
  reason: string | null
  path: [step: string, way: string, at: number, by?: string | null][]
}

/** Who came into a campaign, the latest first, with the way each has taken. */
export async function campaignPeople(
  db: Db,
  id: string,
  input: { step?: string; inside?: boolean; limit: number; cursor?: string },
  currency: string
): Promise<{ people: CampaignPerson[]; next_cursor: string | null }> {
  const rows = await query<Row>(db, PEOPLE_INSIDE, {
    id,
    step: input.step ?? null,
    inside: input.inside ?? false,
    after: decodeCursor(input.cursor)?.id ?? null,
    limit: input.limit + 1,
  })
  const ids = await publicIds(db)
  const cut = page(rows, input.limit, (row) => ({ value: null, id: row.enrollment }))
  return {
    people: cut.rows.map((row) => ({
      ...toListItem(row, ids, currency),
      enrollment_id: ids.seal("enr", row.enrollment),
      version: row.version,
      step: row.step,
      due_at: row.due_at?.toISOString() ?? null,
      entered_at: row.entered_at.toISOString(),
      ended_at: row.ended_at?.toISOString() ?? null,
      reason: row.reason,
      path: row.path.map(([step, way, at, by]) => ({
        step,
        way,
        at: new Date(at * 1_000).toISOString(),
        by: by ?? null,
      })),
    })),
    next_cursor: cut.next_cursor,
  }
}
