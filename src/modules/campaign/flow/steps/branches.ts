import type { Db } from "../../../../lib/db"
import type { CampaignStep } from "../../../../types/campaign-plan"
import { type Clock, matching } from "./matching"

/** Sorts profiles by the first rule that they match: `a`, `b` …, or `else`. */
export async function branch(
  db: Db,
  { branches }: Pick<Extract<CampaignStep, { type: "branches" }>, "branches">,
  profiles: number[],
  clock: Clock
): Promise<Map<number, string>> {
  const ways = new Map<number, string>()
  for (const [i, rules] of branches.entries()) {
    const left = profiles.filter((id) => !ways.has(id))
    if (!left.length) break
    const way = String.fromCharCode(97 + i)
    for (const id of await matching(db, rules, left, clock)) ways.set(id, way)
  }
  return new Map(profiles.map((id) => [id, ways.get(id) ?? "else"]))
}
