import { type Db, query } from "../../../lib/db"
import type { ValueChange } from "../../../types/profile"
import { VALUE_LOG_OF } from "../../profile/sql/fields"
import type { TimelineQuery, TimelineSource } from "./source"

type Row = Omit<ValueChange, "id" | "at"> & { id: number; at: Date }

/** Metrics that were assigned or moved between groups. */
export const metricsSource: TimelineSource = {
  kind: "metric",
  read: async (db, at) =>
    (await readChanges(db, at, ["metric"])).map((change) => ({ kind: "metric", ...item(change) })),
}

/** Changes of the person's attributes and fields. */
export const changesSource: TimelineSource = {
  kind: "change",
  read: async (db, at) =>
    (await readChanges(db, at, ["attribute", "field"])).map((change) => ({
      kind: "change",
      ...item(change),
    })),
}

/** The history of values, newest first; with `key` only that value's. */
export async function readChanges(
  db: Db,
  at: TimelineQuery,
  kinds: ValueChange["kind"][],
  key?: string
): Promise<ValueChange[]> {
  const rows = await query<Row>(db, VALUE_LOG_OF, { ...at, kinds, key: key ?? null })
  return rows.map((row) => ({ ...row, id: `value-${row.id}`, at: row.at.toISOString() }))
}

function item({ id, at, ...change }: ValueChange) {
  return { id, at, change }
}
