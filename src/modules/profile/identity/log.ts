import { decodeCursor, page } from "../../../lib/cursor"
import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { Merge } from "../../../types/identity"
import { PROFILE_ID } from "../read/row"
import { LIST_MERGES } from "../sql/merge"
import { nameOf } from "./merge"
import type { Facts } from "./snapshot"

/** Prefix of a merge's public id. */
export const MERGE_ID = "merge"

type Row = {
  id: number
  at: Date
  kept: number
  gone: number
  rule: string
  undone_at: Date | null
  kept_facts: Facts
  gone_facts: Facts
  rows: number
  purchases: number
}

/** A page of merges, newest first. */
export async function listMerges(
  db: Db,
  input: { limit: number; cursor?: string }
): Promise<{ merges: Merge[]; next_cursor: string | null }> {
  const rows = await query<Row>(db, LIST_MERGES, {
    after: decodeCursor(input.cursor)?.id ?? null,
    limit: input.limit + 1,
  })
  const ids = await publicIds(db)
  const cut = page(rows, input.limit, (row) => ({ value: null, id: row.id }))
  const merges = cut.rows.map((row) => ({
    id: ids.seal(MERGE_ID, row.id),
    at: row.at.toISOString(),
    kept: {
      id: ids.seal(PROFILE_ID, row.kept),
      name: nameOf({ facts: row.kept_facts, consents: [] }),
    },
    gone: {
      name: nameOf({ facts: row.gone_facts, consents: [] }),
      email: (row.gone_facts.email as string | null) ?? null,
    },
    rule: row.rule,
    purchases: row.purchases,
    rows: row.rows,
    undone_at: row.undone_at?.toISOString() ?? null,
  }))
  return { merges, next_cursor: cut.next_cursor }
}
