import type { ValueType } from "../../../rules/ast"
import type { MetricValue, OrdersBehind } from "../../../types/profile"

export type MetricDefinition = {
  key: string
  label: string
  /** How it is computed, in words a shop owner can check. */
  formula: string
  type: ValueType
  unit: MetricValue["unit"]
  /** Expression over `engage_profile p`; may use `:now` and `:zone`. */
  sql: string
  nullable: boolean
  /** Which orders it is made from; left out when it is not made from orders. */
  behind?: OrdersBehind
  /** What it is called in a sentence, where the label alone would not read well. */
  noun?: string
}

/** Whole days from a column to today, in the shop's zone. */
export const days = (column: string) =>
  `((:now::timestamptz at time zone :zone)::date - (${column} at time zone :zone)::date)`
