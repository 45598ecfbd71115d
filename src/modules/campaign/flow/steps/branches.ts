import { type Db, query } from "../../../../lib/db"
import type { Rules } from "../../../../rules/ast"
import { compileRules } from "../../../../rules/compile"
import type { CampaignStep } from "../../../../types/campaign"
import { loadRegistry } from "../../../segment/registry"
import type { StepContext } from "../step-context"
import type { Due } from "../due"

type Clock = { now: Date; zone: string }

/** Numbers of the profiles that match a rule, out of some people. */
export async function matching(
  db: Db,
  rules: Rules,
  people: Due[],
  clock: Clock
): Promise<Set<number>> {
  const { matching: sql, params } = compileRules(rules, await loadRegistry(db), clock)
  const rows = await query<{ id: number }>(
    db,
    `select p.id::float8 as id ${sql} and p.id = any(:people::bigint[])`,
    { ...params, people: people.map(({ profile_id }) => profile_id) }
  )
  return new Set(rows.map(({ id }) => id))
}

/** Sorts people by the first rule that they match: `a`, `b` …, or `else`. */
export async function branch(
  db: Db,
  { branches }: Extract<CampaignStep, { type: "branches" }>,
  { people, ...clock }: StepContext
): Promise<Map<number, string>> {
  const ways = new Map<number, string>()
  for (const [i, rules] of branches.entries()) {
    const left = people.filter(({ profile_id }) => !ways.has(profile_id))
    if (!left.length) break
    const way = String.fromCharCode(97 + i)
    for (const id of await matching(db, rules, left, clock)) ways.set(id, way)
  }
  return new Map(people.map(({ profile_id: id }) => [id, ways.get(id) ?? "else"]))
}
