import type { Db } from "../../../../lib/db"
import type { FilterStep } from "../../../../types/campaign-plan"
import type { Due } from "../due"
import { holds } from "./condition"
import { type Clock, matching } from "./matching"

/** Somebody with what let them in and what they were given since. */
export type Asked = Pick<Due, "profile_id" | "context" | "facts">

/** Numbers of the profiles that go the way Yes of a filter, out of some people. */
export async function meeting(
  db: Db,
  { rules, conditions, match }: Pick<FilterStep, "rules" | "conditions" | "match">,
  people: Asked[],
  clock: Clock
): Promise<Set<number>> {
  const all = people.map(({ profile_id }) => profile_id)
  if (!conditions?.length) return rules ? matching(db, rules, all, clock) : new Set()
  const told = people
    .filter(({ context, facts }) => holds(conditions, { ...context, ...facts }))
    .map(({ profile_id }) => profile_id)
  if (!rules) return new Set(told)
  if (match === "either") return new Set([...told, ...(await matching(db, rules, all, clock))])
  return matching(db, rules, told, clock)
}
