import { type Db, execute } from "../../../lib/db"
import type { Iso } from "../../../types/common"
import { REMOVE_EVENTS } from "./sql/remove"

/** Removes events of one source as if they had never come in: the same messages may be sent again. */
export async function removeEvents(
  db: Db,
  source: string,
  events: { at: Iso; message_id: string }[]
): Promise<void> {
  await execute(db, REMOVE_EVENTS, { source, rows: JSON.stringify(events) })
}
