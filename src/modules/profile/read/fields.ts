import { type Db, query, queryOne } from "../../../lib/db"
import type { FieldValue } from "../../../types/field"
import { EDITABLE_ATTRIBUTES, type ProfileField, type ValueSource } from "../../../types/profile"
import { listFields } from "../fields/store"
import { LAST_CHANGES } from "../sql/fields"

type Origin = { source: string | null; created_at: Date }
type Last = { kind: string; key: string; at: Date; source: string; actor: string | null }

/** The shop's own fields of a person, and where every value came from and when it last changed. */
export async function readFields(
  db: Db,
  profile: number
): Promise<{ fields: ProfileField[]; sources: Record<string, ValueSource> }> {
  const [definitions, row, changes] = await Promise.all([
    listFields(db, "profile"),
    queryOne<Origin & { custom: Record<string, FieldValue> | null }>(
      db,
      `select custom, source, created_at from engage_profile where id = :profile`,
      { profile }
    ),
    query<Last>(db, LAST_CHANGES, { profile }),
  ])
  const source = (kind: string, key: string): ValueSource => {
    const last = changes.find((change) => change.kind === kind && change.key === key)
    if (last) return { source: last.source, at: last.at.toISOString() }
    return { source: row?.source ?? "shop", at: row?.created_at.toISOString() ?? null }
  }
  return {
    fields: definitions
      .filter((field) => field.visible)
      .map(({ key, label, description, type, options, metadata_key }) => {
        const value = row?.custom?.[key] ?? null
        return {
          key,
          label,
          description,
          type,
          options,
          metadata_key,
          value,
          changed: value === null ? null : source("field", key),
        }
      }),
    sources: Object.fromEntries(EDITABLE_ATTRIBUTES.map((key) => [key, source("attribute", key)])),
  }
}
