import { type Db, query } from "../../lib/db"
import type { Condition, RuleNode, Rules } from "../../rules/ast"
import type { Attribute, RuleRegistry } from "../../rules/definitions"
import { countryName, isCountry } from "../profile/read/countries"

/** What the values of a rule stand for, by value: titles of products, names of segments, of countries. */
export async function ruleNames(
  db: Db,
  rules: Rules,
  registry: RuleRegistry
): Promise<Map<string, string>> {
  const all = [...registry.attributes, ...registry.collections.flatMap((c) => c.attributes)]
  const names = new Map<string, string>()
  for (const condition of conditionsOf(rules.root)) {
    const values = Array.isArray(condition.value) ? condition.value.map(String) : []
    const attribute = all.find((a) => a.key === condition.attribute)
    if (!values.length || !attribute) continue
    for (const [value, label] of await namesOf(db, attribute, values)) names.set(value, label)
  }
  return names
}

async function namesOf(
  db: Db,
  attribute: Attribute,
  values: string[]
): Promise<[string, string][]> {
  if (isCountry(attribute.key)) return values.map((code) => [code, countryName(code)])
  if (!attribute.names) return []
  const rows = await query<{ value: string; label: string }>(db, attribute.names, { values })
  return rows.map((row) => [row.value, row.label])
}

/** Every condition of a rule, also those about facts, enabled or not. */
export function conditionsOf(node: RuleNode): Condition[] {
  switch (node.type) {
    case "group":
      return node.children.flatMap(conditionsOf)
    case "condition":
      return [node]
    case "has":
      return node.where
    case "sequence":
      return [...node.first.where, ...node.then.where]
  }
}
