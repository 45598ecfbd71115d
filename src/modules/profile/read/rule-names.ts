import { type Db, query } from "../../../lib/db"
import type { Condition, RuleNode, Rules } from "../../../rules/ast"

const TITLES = `select product_id as id, title from engage_product where product_id = any(:ids::text[])`

const COUNTRY_ATTRIBUTES = ["country", "purchase.country"]
const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" })

/** The English name of an ISO 3166-1 country code; the code itself when nobody knows it. */
export function countryName(code: string): string {
  return /^[a-z]{2}$/i.test(code) ? (regions.of(code.toUpperCase()) ?? code) : code
}

/** Whether an attribute's values are country codes. */
export function isCountry(attribute: string): boolean {
  return COUNTRY_ATTRIBUTES.includes(attribute)
}

/** What the values of a rule stand for, by value: titles of products, names of countries. */
export async function ruleNames(db: Db, rules: Rules): Promise<Map<string, string>> {
  const conditions = conditionsOf(rules.root)
  const ids = valuesOf(conditions.filter((c) => c.attribute === "product"))
  const titles = ids.length ? await query<{ id: string; title: string }>(db, TITLES, { ids }) : []
  const countries = valuesOf(conditions.filter((c) => isCountry(c.attribute)))
  return new Map([
    ...titles.map((row) => [row.id, row.title] as const),
    ...countries.map((code) => [code, countryName(code)] as const),
  ])
}

function conditionsOf(node: RuleNode): Condition[] {
  if (node.type === "group") return node.children.flatMap(conditionsOf)
  return node.type === "condition" ? [node] : node.where
}

function valuesOf(conditions: Condition[]): string[] {
  return conditions.flatMap((c) =>
    Array.isArray(c.value) ? c.value.filter((v) => typeof v === "string") : []
  )
}
