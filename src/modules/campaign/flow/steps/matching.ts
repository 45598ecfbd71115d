import { type Db, query } from "../../../../lib/db"
import type { Rules } from "../../../../rules/ast"
import { compileRules } from "../../../../rules/compile"
import { loadRegistry } from "../../../segment/registry"

/** @property zone - the shop's */
export type Clock = { now: Date; zone: string }

/** Numbers of the profiles that match a rule, out of some. */
export async function matching(
  db: Db,
  rules: Rules,
  profiles: number[],
  clock: Clock
): Promise<Set<number>> {
  if (!profiles.length) return new Set()
  const { matching: sql, params } = compileRules(rules, await loadRegistry(db), clock)
  const rows = await query<{ id: number }>(
    db,
    `select p.id::float8 as id ${sql} and p.id = any(:profiles::bigint[])`,
    { ...params, profiles }
  )
  return new Set(rows.map(({ id }) => id))
}
