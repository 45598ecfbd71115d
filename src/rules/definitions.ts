import type { AttributeInfo, CollectionInfo, Registry } from "./describe"
import type { HasCondition } from "./ast"

/** What an attribute's SQL yields, which decides how it is compared. */
export type SqlKind = "text" | "number" | "timestamp" | "date" | "boolean"

/**
 * An attribute as the compiler needs it: its public description and a scalar SQL expression over the alias of its
 * family. The expression may use the parameters `:now` (timestamptz) and `:zone` (the shop's time zone).
 */
export type Attribute = AttributeInfo & {
  sql: string
  kind: SqlKind
  /** The expression yields lower-case text only, so comparing needs no folding. */
  folded?: boolean
  /**
   * Replaces `in` and `not_in` over the expression, for values that stand for something else. Gets the name of the
   * text[] parameter.
   */
  anyOf?: (values: string) => string
  /** Lists values for the builder: columns value, label, count; parameters :q (text with %, or null) and :limit. */
  suggest?: string
  /** What the values in `:values` (text[]) are called: columns value, label. Without it a value is its own name. */
  names?: string
  /** The date from which it counts full years until today in the shop's time zone. */
  yearsSince?: string
  /** A condition over `p`: who is ranked by `top` and `bottom`. */
  ranked?: string
  /** Whether it changes without anybody saying so: rules with it are computed again every few minutes. */
  restless?: boolean
  /** Whether its value can change with the calendar day, such as an age. */
  daily?: boolean
}

/** A collection as the compiler needs it. `from` brings its aliases; `profile` and `at` are expressions over them. */
export type Collection = Omit<CollectionInfo, "attributes" | "measures"> & {
  from: string
  profile: string
  at: string
  /** Leaves out by the way what can have no facts since a moment, where there is no index over their time. */
  since?: (moment: string) => string
  filter?: string
  /** Whether facts come without anybody saying so: rules with them are computed again every few minutes. */
  restless?: boolean
  attributes: Attribute[]
  measures: (CollectionInfo["measures"][number] & { sql: string })[]
  /**
   * A quicker expression over the profile that means the same as the general form, or `undefined` when there is none.
   * `param` adds a value and returns its name.
   */
  shortcut?: (has: HasCondition, param: (value: unknown) => string) => string | undefined
}

/** Everything rules can speak of. `profiles` is the scan that conditions filter; its alias is `p`. */
export type RuleRegistry = {
  profiles: { from: string; id: string; filter: string }
  attributes: Attribute[]
  collections: Collection[]
}

/**
 * What a family of attributes that depends on the shop's own data adds to the registry. A collection whose key is there
 * already adds its attributes and measures to that one.
 */
export type FamilyPart = { attributes?: Attribute[]; collections?: Collection[] }

/** The registry without its SQL, for the API and the builder. */
export function describeRegistry(registry: RuleRegistry): Registry {
  let description = described.get(registry)
  if (!description) described.set(registry, (description = describe(registry)))
  return description
}

const described = new WeakMap<RuleRegistry, Registry>()

function describe(registry: RuleRegistry): Registry {
  return {
    attributes: registry.attributes.map(describeAttribute),
    collections: registry.collections.map((c) => ({
      key: c.key,
      label: c.label,
      group: c.group,
      fact: c.fact,
      attributes: c.attributes.map(describeAttribute),
      measures: c.measures.map(({ fn, attribute, label, type }) => ({
        fn,
        attribute,
        label,
        type,
      })),
    })),
  }
}

function describeAttribute(attribute: Attribute): AttributeInfo {
  const {
    key,
    label,
    group,
    type,
    operators,
    nullable,
    options,
    suggestions,
    formula,
    noun,
    says,
  } = attribute
  return { key, label, group, type, operators, nullable, options, suggestions, formula, noun, says }
}
