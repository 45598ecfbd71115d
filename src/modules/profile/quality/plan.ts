import { QUALITY_FIELDS, type QualityField, type QualityRule } from "../../../types/quality"
import type { ContactFacts } from "../contact/facts"

/** Values of one person as text, by field. */
export type Values = Record<QualityField, string | null>

const EMAIL: QualityField[] = ["email", "email_status", "email_reason", "email_provider"]
const PHONE: QualityField[] = ["phone", "phone_status", "phone_reason", "phone_type"]
const OPERATOR: QualityField[] = ["phone_operator", "phone_operator_state"]

/** What a rule may change. Values that only make sense together belong to the same rules. */
const FIELDS_OF: Record<QualityRule, QualityField[]> = {
  phone: [...PHONE, ...OPERATOR],
  invalid_phone: [...PHONE, ...OPERATOR],
  email: EMAIL,
  invalid_email: EMAIL,
  typo: EMAIL,
  provider: ["email_provider"],
  operator: OPERATOR,
  soft_bounce: ["email_status", "email_reason", "phone_status", "phone_reason"],
  address: ["country", "region", "postal_code", "city"],
  time_zone: ["time_zone", "time_zone_source", "time_zone_confidence"],
}

/** The facts as texts, so that they can be compared and kept. */
export function asValues(facts: Record<QualityField, string | number | null>): Values {
  return Object.fromEntries(
    QUALITY_FIELDS.map((field) => [field, facts[field] === null ? null : String(facts[field])])
  ) as Values
}

/** The fields of some rules in which a person's values differ from what the rules make of them. */
export function differences(
  rules: QualityRule[],
  stands: Values,
  facts: ContactFacts
): { field: QualityField; before: string | null; after: string | null }[] {
  const wanted = asValues(facts)
  const fields = new Set(rules.flatMap((rule) => FIELDS_OF[rule]))
  return QUALITY_FIELDS.filter((field) => fields.has(field) && stands[field] !== wanted[field]).map(
    (field) => ({ field, before: stands[field], after: wanted[field] })
  )
}
