import type { MeasureFn, Operator, ValueType } from "./ast"

/** What the API, the builder and the docs know of an attribute. */
export type AttributeInfo = {
  key: string
  label: string
  /** Heading in the builder's picker. */
  group: string
  type: ValueType
  operators: readonly Operator[]
  /** Whether there may be no value, so that `empty` makes sense. */
  nullable: boolean
  /** The values of an enum, in the order to show them. */
  options?: { value: string; label: string }[]
  /** Whether `GET /admin/engage/attributes/:key/values` lists values of it. */
  suggestions: boolean
  /** What it is called in a sentence, where the label does not read well after "whose". */
  noun?: string
  /** How a sentence says yes and no of it. */
  says?: readonly [yes: string, no: string]
  /** How a metric is computed, in words. */
  formula?: string
}

/** A kind of facts of which a person has many. */
export type CollectionInfo = {
  key: string
  label: string
  group: string
  /** What one of them is called, e.g. "an order". */
  fact: string
  /** Attributes for `where`. Their keys stand for themselves, e.g. `purchase.total`. */
  attributes: AttributeInfo[]
  measures: {
    fn: MeasureFn
    attribute?: string
    label: string
    type: ValueType
  }[]
}

/** Answer of `GET /admin/engage/attributes`. */
export type Registry = { attributes: AttributeInfo[]; collections: CollectionInfo[] }
