import { MedusaError } from "@medusajs/framework/utils"
import type { Field, FieldValue } from "../../../types/field"

const MAX_TEXT = 500
const MAX_CHOICES = 50

/**
 * A value as a field's type wants it; empty text and empty lists mean "no value".
 * @throws MedusaError `invalid_data` saying what the field takes
 */
export function coerceValue(
  field: Pick<Field, "key" | "type" | "options">,
  value: unknown
): FieldValue {
  if (value === null || value === undefined || value === "") return null
  switch (field.type) {
    case "number":
      return typeof value === "number" && Number.isFinite(value)
        ? value
        : refuse(field, "a number, e.g. 12.5")
    case "boolean":
      return typeof value === "boolean" ? value : refuse(field, "true or false")
    case "date":
      return typeof value === "string" && isDay(value)
        ? value
        : refuse(field, "a day such as 2026-05-17")
    case "multi_enum":
      return Array.isArray(value) ? choices(field, value) : refuse(field, "a list of texts")
    case "enum":
      return typeof value === "string" ? choice(field, value) : refuse(field, "a text")
    default:
      return typeof value === "string" && value.length <= MAX_TEXT
        ? value
        : refuse(field, `a text of at most ${MAX_TEXT} characters`)
  }
}

/** Whether a text is a calendar day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function choices(field: Pick<Field, "key" | "type" | "options">, list: unknown[]): string[] | null {
  if (list.length > MAX_CHOICES || !list.every((v) => typeof v === "string"))
    return refuse(field, `a list of at most ${MAX_CHOICES} texts`)
  const unique = [...new Set(list as string[])].filter((v) => v !== "")
  unique.forEach((value) => choice(field, value))
  return unique.length ? unique : null
}

function choice(field: Pick<Field, "key" | "type" | "options">, value: string): string {
  const known = field.options.map((option) => option.value)
  if (known.length && !known.includes(value)) refuse(field, `one of ${known.join(", ")}`)
  if (value.length > MAX_TEXT) refuse(field, `a text of at most ${MAX_TEXT} characters`)
  return value
}

function refuse(field: Pick<Field, "key">, wanted: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${field.key}: must be ${wanted}`)
}
