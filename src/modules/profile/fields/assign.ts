import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import { type PersonRef, resolvePeople } from "../identity/resolve"
import { coerceValue } from "./coerce"
import { listFields } from "./store"
import { type Change, writeValues } from "./values"

export type Assignment = PersonRef & { metric: string; value: string | number | null }
export type Refusal = { index: number; message: string }

/**
 * Assigns metrics to many people in one go; wrong entries are refused alone. Of several values for one metric of one
 * person the last counts.
 * @returns how many values were news, and what was refused with its place in the input
 */
export async function assignMetrics(
  db: Db,
  input: { index: number; value: Assignment }[],
  change: Change
): Promise<{ changed: number; refused: Refusal[] }> {
  const fields = await listFields(db, "metric")
  const people = await resolvePeople(
    db,
    input.map(({ value }) => value)
  )
  const refused: Refusal[] = []
  const accepted = new Map<
    string,
    { profileId: number; key: string; value: ReturnType<typeof coerceValue> }
  >()
  input.forEach(({ index, value }, i) => {
    try {
      const field = fields.find((f) => f.key === value.metric)
      if (!field)
        throw invalid(`metric: there is no metric ${value.metric}; register it under Fields`)
      const profileId = people[i]
      if (profileId === undefined)
        throw invalid("nobody is known by this profile_id, customer_id or email")
      accepted.set(`${profileId}:${field.key}`, {
        profileId,
        key: field.key,
        value: coerceValue(field, value.value),
      })
    } catch (error) {
      refused.push({ index, message: (error as Error).message })
    }
  })
  const news = await db.transaction((trx) =>
    writeValues(trx, "metric", [...accepted.values()], change)
  )
  return { changed: news.length, refused }
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
