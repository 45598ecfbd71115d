import { type Db, query } from "../../../lib/db"
import type { RuleNode, Rules } from "../../../rules/ast"

const TITLES = `select product_id as id, title from engage_product where product_id = any(:ids::text[])`

/** Titles of the products that a rule names, by product id. */
export async function ruleNames(db: Db, rules: Rules): Promise<Map<string, string>> {
  const ids = productIds(rules.root)
  if (!ids.length) return new Map()
  const rows = await query<{ id: string; title: string }>(db, TITLES, { ids })
  return new Map(rows.map((row) => [row.id, row.title]))
}

function productIds(node: RuleNode): string[] {
  if (node.type === "group") return node.children.flatMap(productIds)
  if (node.type === "condition") return []
  return node.where
    .filter((c) => c.attribute === "product" && Array.isArray(c.value))
    .flatMap((c) => c.value as string[])
}
