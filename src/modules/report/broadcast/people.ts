import { decodeCursor, page } from "../../../lib/cursor"
import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { BroadcastPerson, PeopleKind } from "../../../types/broadcast"
import type { MessageState } from "../../../types/profile"
import { followersOf } from "../../delivery/ledger/cascade"
import { loadRun } from "../../delivery/ledger/runs"
import { messageId } from "../../delivery/message/token"
import { type ProfileRow, toListItem } from "../../profile/read/row"
import { PEOPLE } from "../sql/broadcast"

type PersonRow = ProfileRow & {
  run_id: number
  pass: number
  state: MessageState
  reason: string | null
  rule: string | null
  at: Date | null
}

export type PeopleInput = {
  kind: PeopleKind
  /** Only those skipped for this reason. */
  reason?: string
  /** Only those left out by the contact rule with this id. */
  rule?: string
  /** Only those who clicked the link with this number. */
  link?: number
  limit: number
  cursor?: string
}

/** The people behind one number of a broadcast's report. */
export async function broadcastPeople(
  db: Db,
  runId: number,
  input: PeopleInput,
  currency: string
): Promise<{ people: BroadcastPerson[]; next_cursor: string | null }> {
  const run = await loadRun(db, runId)
  const runs = [runId, ...(await followersOf(db, runId))]
  const rows = await query<PersonRow>(db, PEOPLE(input.kind, runs.length > 1), {
    run: runId,
    runs,
    run_at: run.started_at,
    after: decodeCursor(input.cursor)?.id ?? 0,
    reason: input.reason ?? null,
    rule: input.rule ?? null,
    link: input.link ?? null,
    limit: input.limit + 1,
  })
  const ids = await publicIds(db)
  const cut = page(rows, input.limit, (row) => ({ value: null, id: row.id }))
  return {
    people: cut.rows.map((row) => ({
      ...toListItem(row, ids, currency),
      message_id: messageId(ids, { runId: row.run_id, profileId: row.id, pass: row.pass }),
      state: row.state,
      reason: row.reason,
      rule: row.rule,
      at: row.at?.toISOString() ?? null,
    })),
    next_cursor: cut.next_cursor,
  }
}
