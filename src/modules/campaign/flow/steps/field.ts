import type { Db } from "../../../../lib/db"
import { query } from "../../../../lib/db"
import { wallTime } from "../../../../lib/zoned-time"
import type { CampaignStep } from "../../../../types/campaign-plan"
import type { Field, FieldValue } from "../../../../types/field"
import { coerceValue } from "../../../profile/fields/coerce"
import { listFields } from "../../../profile/fields/store"
import { writeValues } from "../../../profile/fields/values"
import { FIELD_NOW } from "../../sql/field"
import type { Due } from "../due"
import type { StepContext } from "../step-context"

type FieldStep = Extract<CampaignStep, { type: "field" }>

const DAY_MS = 86_400_000

/** Changes one of the shop's own fields of people. A field that is gone is left alone. */
export async function setField(
  trx: Db,
  step: FieldStep,
  { people, campaign, now }: StepContext
): Promise<void> {
  const field = (await listFields(trx, "profile")).find(({ key }) => key === step.field)
  if (!field) return
  const before = step.change === "add" ? await numbersNow(trx, field.key, people) : new Map()
  const values = people.map((one) => ({
    profileId: one.profile_id,
    key: field.key,
    value: readValue(field, newText(step, one, before.get(one.profile_id) ?? 0, now)),
  }))
  await writeValues(trx, "profile", values, { source: "job", reason: campaign, at: now })
}

/** What a field becomes for somebody, as text. @param before - the number it is now */
export function newText(
  { change = "set", value }: FieldStep,
  { context, facts, zone }: Pick<Due, "context" | "facts" | "zone">,
  before: number,
  now: Date
): string {
  switch (change) {
    case "set":
      return value
    case "clear":
      return ""
    case "add":
      // Decimals are added as they are written: 0.1 and 0.2 are 0.3.
      return String(Number((before + Number(value)).toFixed(10)))
    case "days": {
      const today = Date.parse(`${wallTime(now, zone).slice(0, 10)}T00:00Z`)
      return new Date(today + Number(value) * DAY_MS).toISOString().slice(0, 10)
    }
    case "trigger": {
      const told = { ...context, ...facts }[value]
      return told === undefined || told === null || typeof told === "object" ? "" : String(told)
    }
  }
}

/** The numbers in a field of people, who are not changed by anybody else until the end of the transaction. */
async function numbersNow(trx: Db, field: string, people: Due[]): Promise<Map<number, number>> {
  const rows = await query<{ id: number; value: string | null }>(trx, FIELD_NOW, {
    field,
    profiles: people.map(({ profile_id }) => profile_id),
  })
  return new Map(rows.map(({ id, value }) => [id, Number(value) || 0]))
}

/** A text as the field wants it; what it cannot take empties it. */
export function readValue(field: Field, text: string): FieldValue {
  const read: Partial<Record<Field["type"], (value: string) => unknown>> = {
    number: Number,
    boolean: (value) => ["yes", "true", "1"].includes(value.toLowerCase()),
    multi_enum: (value) => value.split(",").map((one) => one.trim()),
    // Of a moment, as events tell it, the day.
    date: (value) => value.slice(0, 10),
  }
  try {
    return coerceValue(field, text === "" ? null : (read[field.type]?.(text) ?? text))
  } catch {
    return null
  }
}
