import type { Db } from "../../../lib/db"
import type { ValueType } from "../../../rules/ast"
import type { Attribute, Collection, FamilyPart } from "../../../rules/definitions"
import type { Field, FieldType } from "../../../types/field"
import { listFields } from "../fields/store"
import { family } from "./family"
import { ALL_PURCHASES, PURCHASES } from "./purchase"
import { PURCHASE_LINES } from "./purchase-line"

const TYPE: Record<FieldType, ValueType> = {
  string: "string",
  number: "number",
  date: "date",
  boolean: "boolean",
  enum: "enum",
  multi_enum: "enum",
}

const PLACES = {
  profile: { prefix: "field.", group: "Custom fields", json: "p.custom", from: "engage_profile p" },
  metric: {
    prefix: "metric.",
    group: "Assigned metrics",
    json: "p.assigned",
    from: "engage_profile p",
  },
  purchase: {
    prefix: "purchase.field.",
    group: "Order",
    json: "u.custom",
    from: "engage_purchase u",
  },
  line: {
    prefix: "product.field.",
    group: "Product",
    json: "l.custom",
    from: "engage_purchase_line l",
  },
} as const

/** The shop's own fields as attributes: of people, of orders and of their lines. */
export async function loadFieldFamily(db: Db): Promise<FamilyPart> {
  const fields = await listFields(db)
  const of = (...scopes: Field["scope"][]) =>
    fields.filter((field) => scopes.includes(field.scope)).map(fieldAttribute)
  const [purchase, line] = [of("purchase"), of("line")]
  return {
    attributes: of("profile", "metric"),
    collections: [
      joining(PURCHASES, purchase),
      joining(ALL_PURCHASES, purchase),
      // The fields of its order narrow a line down too, but are not the line's to add up.
      joining(PURCHASE_LINES, line, purchase),
    ],
  }
}

/** One field as an attribute. Its key goes into the SQL, which is why keys are letters, digits and underscores only. */
export function fieldAttribute(field: Field): Attribute {
  const { prefix, group, json, from } = PLACES[field.scope]
  const sql = fieldSql(json, field)
  const [attribute] = family(group, [
    {
      key: `${prefix}${field.key}`,
      label: field.label,
      type: TYPE[field.type],
      sql,
      nullable: field.type !== "boolean",
      ...(field.type === "date" && { kind: "date" as const }),
      ...(field.options.length > 0 && { options: field.options }),
      ...(field.type === "boolean" && {
        says: [`${field.label}: yes`, `${field.label}: no`] as [string, string],
      }),
      ...(field.type === "multi_enum" && {
        anyOf: (values: string) => `jsonb_exists_any(${json} -> '${field.key}', ${values})`,
      }),
      ...(!field.options.length && { suggest: suggestSql(field, json, from) }),
      suggestions: !field.options.length && ["string", "enum", "multi_enum"].includes(field.type),
    },
  ])
  return attribute
}

function fieldSql(json: string, { key, type }: Field): string {
  const text = `${json} ->> '${key}'`
  if (type === "number") return `(${text})::numeric`
  if (type === "date") return `(${text})::date`
  if (type === "boolean") return `coalesce((${text})::boolean, false)`
  return `(${text})`
}

function suggestSql({ key, type }: Field, json: string, from: string): string | undefined {
  if (type === "multi_enum") {
    return `
      select v as value, v as label, count(*)::int as count
      from ${from} cross join lateral jsonb_array_elements_text(${json} -> '${key}') v
      where jsonb_typeof(${json} -> '${key}') = 'array' and (:q::text is null or lower(v) like :q)
      group by 1 order by 3 desc, 1 limit :limit
    `
  }
  if (type !== "string" && type !== "enum") return undefined
  return `
    select ${json} ->> '${key}' as value, ${json} ->> '${key}' as label, count(*)::int as count
    from ${from}
    where ${json} ->> '${key}' <> '' and (:q::text is null or lower(${json} ->> '${key}') like :q)
    group by 1 order by 3 desc, 1 limit :limit
  `
}

/** What can be made of the numbers of many orders or lines. */
const AGGREGATES = [
  { fn: "sum", label: "Sum of", sql: (one: string) => `coalesce(sum(${one}), 0)` },
  { fn: "avg", label: "Average of", sql: (one: string) => `avg(${one})` },
  { fn: "min", label: "Smallest", sql: (one: string) => `min(${one})` },
  { fn: "max", label: "Largest", sql: (one: string) => `max(${one})` },
] as const

/** @param only - attributes that narrow facts down and are not added up */
function joining(
  collection: Collection,
  attributes: Attribute[],
  only: Attribute[] = []
): Collection {
  const numbers = attributes.filter((a) => a.type === "number")
  return {
    ...collection,
    attributes: [...attributes, ...only],
    measures: numbers.flatMap((a) =>
      AGGREGATES.map(({ fn, label, sql }) => ({
        fn,
        attribute: a.key,
        label: `${label} ${a.label}`,
        type: "number" as const,
        sql: sql(a.sql),
      }))
    ),
  }
}
