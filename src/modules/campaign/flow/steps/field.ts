import type { Db } from "../../../../lib/db"
import type { CampaignStep } from "../../../../types/campaign"
import type { Field, FieldValue } from "../../../../types/field"
import { coerceValue } from "../../../profile/fields/coerce"
import { listFields } from "../../../profile/fields/store"
import { writeValues } from "../../../profile/fields/values"
import type { StepContext } from "../step-context"

/** Writes a value into one of the shop's own fields of people. A field that is gone is left alone. */
export async function setField(
  trx: Db,
  { field: key, value }: Extract<CampaignStep, { type: "field" }>,
  { people, campaign, now }: StepContext
): Promise<void> {
  const field = (await listFields(trx, "profile")).find((one) => one.key === key)
  if (!field) return
  const written = readValue(field, value)
  const values = people.map(({ profile_id: profileId }) => ({ profileId, key, value: written }))
  await writeValues(trx, "profile", values, { source: "job", reason: campaign, at: now })
}

/** A typed text as the field wants it; what it cannot take empties it. */
export function readValue(field: Field, text: string): FieldValue {
  const read: Partial<Record<Field["type"], (value: string) => unknown>> = {
    number: Number,
    boolean: (value) => ["yes", "true", "1"].includes(value.toLowerCase()),
    multi_enum: (value) => value.split(",").map((one) => one.trim()),
  }
  try {
    return coerceValue(field, text === "" ? null : (read[field.type]?.(text) ?? text))
  } catch {
    return null
  }
}
