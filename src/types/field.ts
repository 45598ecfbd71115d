import type { Iso } from "./common"

/** What a field describes: a person, an order, a line of an order, or a figure that is assigned to a person. */
export const FIELD_SCOPES = ["profile", "purchase", "line", "metric"] as const
export type FieldScope = (typeof FIELD_SCOPES)[number]

export const FIELD_TYPES = ["string", "number", "date", "boolean", "enum", "multi_enum"] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** Types that a metric assigned from outside can have. */
export const METRIC_FIELD_TYPES = ["number", "string", "date"] as const

export type FieldOption = { value: string; label: string }

/** A field of the shop's own. */
export type Field = {
  id: string
  scope: FieldScope
  /** How rules, templates and the API name it. */
  key: string
  label: string
  description: string
  type: FieldType
  /** The choices of an enum; empty means that any text is taken. */
  options: FieldOption[]
  /** Key of Medusa's `metadata` that holds the value; `null` when it is kept here. */
  metadata_key: string | null
  visible: boolean
  position: number
  created_at: Iso
}

/** Where a field is used, and how many have a value. */
export type FieldUsage = {
  values: number
  used_in: { kind: "segment" | "template"; id: string; name: string }[]
}

/** A key seen in Medusa's `metadata` that is not registered yet. */
export type FieldCandidate = {
  scope: Exclude<FieldScope, "metric">
  metadata_key: string
  key: string
  type: FieldType
  /** Rows that have it, among the latest ones looked at. */
  seen: number
  looked_at: number
  samples: string[]
}

/** A field's value: an ISO date (`YYYY-MM-DD`) for dates, a list for a multi-choice field. */
export type FieldValue = string | number | boolean | string[] | null
