import type { Field, FieldValue } from "../../../types/field"
import type { EditableAttribute } from "../../../types/profile"
import { MAX_TAG } from "../../../types/tag"
import { coerceValue } from "../../profile/fields/coerce"
import type { MappedRow } from "./kind"
import { type Read, readDay, readNumber, readYesNo } from "./read-cell"

export const FIELD_PREFIX = "field."
export const METRIC_PREFIX = "metric."
export const TAGS = "tags"

/** What a row says about a person; empty cells say nothing. */
export type PersonValues = {
  attributes: Partial<Record<EditableAttribute, string>>
  fields: Record<string, FieldValue>
  metrics: Record<string, FieldValue>
  tags: string[]
}

const TEXTS = ["first_name", "last_name", "city", "postal_code", "phone", "email"] as const
const MAX_TEXT = 200
const GENDERS: Record<string, string> = {
  f: "female",
  w: "female",
  m: "male",
  d: "other",
  x: "other",
}
const COUNTRY_NAMES = countryNames()

/** Reads a person's values, or says what is wrong with the first bad cell. */
export function readPerson({ values }: MappedRow, known: Field[]): Read<PersonValues> {
  const person: PersonValues = { attributes: {}, fields: {}, metrics: {}, tags: [] }
  for (const [key, text] of Object.entries(values)) {
    if (!text) continue
    const problem = readCell(person, key, text, known)
    if (problem) return { problem: `${key}: ${problem}` }
  }
  return { value: person }
}

function readCell(
  person: PersonValues,
  key: string,
  text: string,
  known: Field[]
): string | undefined {
  const prefix = [FIELD_PREFIX, METRIC_PREFIX].find((one) => key.startsWith(one))
  if (prefix) {
    const scope = prefix === FIELD_PREFIX ? "profile" : "metric"
    const field = known.find((one) => one.scope === scope && one.key === key.slice(prefix.length))
    const value = field ? readField(field, text) : { problem: "there is no such field" }
    if ("problem" in value) return value.problem
    person[prefix === FIELD_PREFIX ? "fields" : "metrics"][field!.key] = value.value
    return undefined
  }
  if (key === TAGS) {
    person.tags = [...new Set(splitList(text))]
    const long = person.tags.find((tag) => tag.length > MAX_TAG)
    return long && `"${long}" is longer than ${MAX_TAG} characters`
  }
  const value = readAttribute(key, text)
  if (!value) return undefined
  if ("problem" in value) return value.problem
  person.attributes[key as EditableAttribute] = value.value
  return undefined
}

function readAttribute(key: string, text: string): Read<string> | undefined {
  if ((TEXTS as readonly string[]).includes(key))
    return text.length > MAX_TEXT
      ? { problem: `longer than ${MAX_TEXT} characters` }
      : { value: text }
  if (key === "birthday") return readDay(text)
  if (key === "gender")
    return { value: GENDERS[text.toLowerCase()] ?? text.toLowerCase().slice(0, 20) }
  if (key === "language") return readLanguage(text)
  return key === "country" ? readCountry(text) : undefined
}

function readLanguage(text: string): Read<string> {
  try {
    return { value: new Intl.Locale(text.replace("_", "-")).language }
  } catch {
    return { problem: `"${text}" is no language; write it as de or en` }
  }
}

function readCountry(text: string): Read<string> {
  const word = text.toLowerCase()
  if (/^[a-z]{2}$/.test(word) && [...COUNTRY_NAMES.values()].includes(word)) return { value: word }
  const code = COUNTRY_NAMES.get(word)
  return code ? { value: code } : { problem: `"${text}" is no country; write it as de or Germany` }
}

function readField(field: Field, text: string): Read<FieldValue> {
  const value = typedValue(field, text)
  if ("problem" in value) return value
  try {
    return { value: coerceValue(field, value.value) }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

function typedValue(field: Field, text: string): Read<FieldValue> {
  if (field.type === "number") return readNumber(text)
  if (field.type === "boolean") return readYesNo(text)
  if (field.type === "date") return readDay(text)
  if (field.type === "multi_enum") return { value: splitList(text) }
  return { value: text }
}

/** The parts of a cell that holds several values. */
function splitList(text: string): string[] {
  return text.split(/\s*[,;|]\s*/).filter(Boolean)
}

function countryNames(): Map<string, string> {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" })
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
  return new Map(
    codes.flatMap((code) => {
      const name = names.of(code)
      return name ? [[name.toLowerCase(), code.toLowerCase()] as const] : []
    })
  )
}
