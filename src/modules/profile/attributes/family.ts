import { OPERATORS_OF, RANKING, type ValueType } from "../../../rules/ast"
import type { Attribute, SqlKind } from "../../../rules/definitions"

const KIND: Record<ValueType, SqlKind> = {
  string: "text",
  enum: "text",
  number: "number",
  money: "number",
  share: "number",
  date: "timestamp",
  boolean: "boolean",
  list: "text",
}

type Entry = Pick<Attribute, "key" | "label" | "type" | "sql"> & Partial<Attribute>

/** Fills in what follows from the type, so that an attribute is one short entry. */
export function family(group: string, entries: Entry[]): Attribute[] {
  return entries.map((entry) => {
    const nullable = entry.nullable ?? entry.type !== "boolean"
    const operators = [
      ...OPERATORS_OF[entry.type].filter((o) => nullable || !o.endsWith("empty")),
      ...(entry.ranked ? RANKING : []),
    ]
    return {
      group,
      kind: KIND[entry.type],
      nullable,
      operators,
      suggestions: entry.type === "string" || (entry.type === "list" && Boolean(entry.suggest)),
      ...entry,
    }
  })
}

/** Values of a text column with how many people have each, most frequent first. */
export function columnValues(sql: string): string {
  return `
    select ${sql} as value, ${sql} as label, count(*)::int as count
    from engage_profile p
    where p.removed_at is null and ${sql} <> '' and (:q::text is null or lower(${sql}) like :q)
    group by 1 order by 3 desc, 1 limit :limit
  `
}
