import { type Db, query } from "../../../lib/db"
import type { FieldCandidate, FieldType } from "../../../types/field"
import { METADATA_KEYS } from "../shop/metadata"

/** How many of the latest rows are looked at. */
const LATEST = 2_000
/** With so few different texts among many, they are choices. */
const MAX_CHOICES = 8

type Row = {
  metadata_key: string
  seen: number
  looked_at: number
  samples: string[]
  kinds: string[]
  different: number
}

/** Keys of Medusa's metadata that could become fields, most frequent first; keys that the options read are left out. */
export async function discoverFields(db: Db, known: string[]): Promise<FieldCandidate[]> {
  const found: FieldCandidate[] = []
  for (const scope of ["profile", "purchase", "line"] as const) {
    const rows = await query<Row>(db, METADATA_KEYS[scope], { limit: LATEST })
    const fresh = rows.filter((row) => scope !== "profile" || !known.includes(row.metadata_key))
    found.push(
      ...fresh.map(({ kinds, different, ...row }) => ({
        ...row,
        scope,
        key: toKey(row.metadata_key),
        type: guessType(row.samples, kinds, { different, seen: row.seen }),
      }))
    )
  }
  return found
}

/** A metadata key as the key of a field: lower case, words joined by underscores. */
export function toKey(metadataKey: string): string {
  const words = metadataKey
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
  return words.slice(0, 40) || "field"
}

/** The type that all samples have; text when they differ. */
export function guessType(
  samples: string[],
  kinds: string[],
  { different, seen }: { different: number; seen: number }
): FieldType {
  const all = (pattern: RegExp) => samples.length > 0 && samples.every((s) => pattern.test(s))
  if (kinds.includes("array")) return "multi_enum"
  if (all(/^(true|false|yes|no)$/i)) return "boolean"
  if (all(/^\d{4}-\d\d-\d\d/)) return "date"
  if (all(/^-?\d{1,15}(\.\d{1,9})?$/)) return "number"
  if (seen >= 20 && different <= MAX_CHOICES) return "enum"
  return "string"
}
