import type { Db } from "../../../lib/db"
import { listChanges } from "../../profile/quality/runs"
import { csv } from "./stream"

const PAGE = 1_000

/** What a run would change, or did, as CSV; nothing of it is kept in memory or on disk. */
export async function* qualityChangesText(db: Db, run: string): AsyncGenerator<string> {
  yield "\uFEFF" + csv([["profile_id", "name", "email", "field", "before", "after"]])
  for (let cursor: string | undefined; ;) {
    const { changes, next_cursor } = await listChanges(db, run, { limit: PAGE, cursor })
    yield csv(
      changes.map(({ profile_id, name, email, field, before, after }) => [
        profile_id,
        name ?? "",
        email ?? "",
        field,
        before ?? "",
        after ?? "",
      ])
    )
    if (!next_cursor) return
    cursor = next_cursor
  }
}
