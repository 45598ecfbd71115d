import { MedusaError } from "@medusajs/framework/utils"
import { type Db, query } from "../../../lib/db"
import { likePattern } from "../../../lib/like"
import { countryName, isCountry } from "./countries"
import type { RuleRegistry } from "../../../rules/definitions"

export type SuggestedValue = { value: string; label: string; count: number }

/**
 * Values of an attribute to choose from, most frequent first.
 * @throws MedusaError `not_found` for an attribute that is not in the registry
 */
export async function suggestValues(
  db: Db,
  registry: RuleRegistry,
  key: string,
  input: { q?: string; limit: number }
): Promise<SuggestedValue[]> {
  const all = [...registry.attributes, ...registry.collections.flatMap((c) => c.attributes)]
  const attribute = all.find((a) => a.key === key)
  if (!attribute) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Attribute with key ${key} was not found`)
  }
  if (!attribute.suggest) return []
  if (isCountry(key)) return suggestCountries(db, attribute.suggest, input)
  const q = input.q ? likePattern(input.q.trim()) : null
  return query<SuggestedValue>(db, attribute.suggest, { q, limit: input.limit })
}

/** Countries are stored as codes and searched by name; there are few enough to look through all. */
async function suggestCountries(
  db: Db,
  suggest: string,
  { q, limit }: { q?: string; limit: number }
): Promise<SuggestedValue[]> {
  const all = await query<SuggestedValue>(db, suggest, { q: null, limit: MAX_COUNTRIES })
  const named = all.map((row) => ({ ...row, label: countryName(row.value) }))
  const text = q?.trim().toLowerCase() ?? ""
  return named
    .filter((row) => `${row.label} ${row.value}`.toLowerCase().includes(text))
    .slice(0, limit)
}

const MAX_COUNTRIES = 300
