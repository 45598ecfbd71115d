import { type Db, execute, query } from "../../../lib/db"
import type { FieldValue } from "../../../types/field"
import { LOG_VALUES, WRITE_VALUES } from "../sql/fields"
import { markSegmentsDirty } from "../sync/dirty"

/** Who changed something, and where. */
export type Change = {
  /** `staff`, `api`, `form`, `shop`, `merge` or `job` */
  source: string
  actor?: string | null
  reason?: string | null
  at: Date
}

export type ValueInput = { profileId: number; key: string; value: FieldValue }
export type ValueNews = { profile_id: number; key: string; old: string | null; new: string | null }
export type LogKind = "attribute" | "field" | "metric"

/**
 * Writes values that {@link file://./coerce.ts} has checked, each with its log entry where it is news, inside the
 * caller's transaction.
 * @returns what changed
 */
export async function writeValues(
  db: Db,
  scope: "profile" | "metric",
  values: ValueInput[],
  change: Change
): Promise<ValueNews[]> {
  if (!values.length) return []
  const column = scope === "metric" ? "assigned" : "custom"
  const news = await query<ValueNews>(db, WRITE_VALUES(column), {
    profiles: values.map((v) => v.profileId),
    keys: values.map((v) => v.key),
    values: values.map((v) => (v.value === null ? null : JSON.stringify(v.value))),
  })
  await logChanges(db, scope === "metric" ? "metric" : "field", news, change)
  return news
}

/** Notes changes of values in the history, and that segments may have changed by them. */
export async function logChanges(
  db: Db,
  kind: LogKind,
  news: ValueNews[],
  change: Change
): Promise<void> {
  if (!news.length) return
  await execute(db, LOG_VALUES, {
    profiles: news.map((n) => n.profile_id),
    kinds: news.map(() => kind),
    keys: news.map((n) => n.key),
    olds: news.map((n) => n.old),
    news: news.map((n) => n.new),
    at: change.at,
    source: change.source,
    actor: change.actor ?? null,
    reason: change.reason ?? null,
  })
  await markSegmentsDirty(db, [...new Set(news.map((n) => n.profile_id))])
}
