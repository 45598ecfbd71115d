import { type Db, query } from "../../../lib/db"
import type { MessageSource } from "../../../types/common"
import { messageSource } from "../../delivery/message/source"
import { CREDITED } from "../sql/timeline"

/** What sent the messages that purchases are credited to, by the purchases' numbers; none for the others. */
export async function creditedSources(
  db: Db,
  purchases: number[]
): Promise<Map<number, MessageSource | null>> {
  const rows = await query<{ purchase_id: number; kind: string; ref: string; title: string }>(
    db,
    CREDITED,
    { purchases }
  )
  return new Map(rows.map((row) => [row.purchase_id, messageSource(row)]))
}
