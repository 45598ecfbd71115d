import { MedusaError } from "@medusajs/framework/utils"
import { type Db, prefixed, query } from "../../../lib/db"
import { compileRules } from "../../../rules/compile"
import type { CampaignPlan } from "../../../types/campaign-plan"
import { loadRegistry } from "../../segment/registry"
import { happenedSince } from "../triggers/triggered"
import { sourceOf } from "../triggers/sources"
import { lastEntrants, oneEntrantBy } from "./sql/entrants"
import type { Entrant } from "./walk"

type Clock = { now: Date; zone: string }
export type NamedEntrant = Entrant & { name: string | null; email: string | null }

/** Most people that are walked through at once. */
export const MOST_ENTRANTS = 1_000
/** How far back it is looked for people, in ms: 90 days. */
const BACK_MS = 90 * 86_400_000

/** Those whom a plan's trigger and rules would have let in of late, the latest first. */
export async function pastEntrants(
  db: Db,
  plan: CampaignPlan,
  clock: Clock
): Promise<NamedEntrant[]> {
  if (!plan.trigger)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Choose what lets people in first")
  const since = new Date(clock.now.getTime() - BACK_MS)
  const trigger = prefixed(happenedSince(plan.trigger, { since, ...clock }), "trigger")
  const rules = plan.entry_rules && compileRules(plan.entry_rules, await loadRegistry(db), clock)
  const may = rules && prefixed(rules, "may")
  return query<NamedEntrant>(db, lastEntrants(trigger.sql, may?.sql ?? null), {
    ...trigger.params,
    ...may?.params,
    zone: clock.zone,
    limit: MOST_ENTRANTS,
  })
}

/** One person who comes in now, by what would have let them in last, if anything would. @throws MedusaError `not_found` */
export async function oneEntrant(
  db: Db,
  { trigger }: CampaignPlan,
  person: number,
  clock: Clock
): Promise<NamedEntrant> {
  const since = new Date(clock.now.getTime() - BACK_MS)
  const known = trigger && !sourceOf(trigger).stock ? trigger : null
  const by = known && prefixed(happenedSince(known, { since, ...clock }), "trigger")
  const [found] = await query<NamedEntrant>(db, oneEntrantBy(by?.sql ?? null), {
    ...by?.params,
    person,
    ...clock,
  })
  if (found) return found
  throw new MedusaError(MedusaError.Types.NOT_FOUND, "This person is not known any more")
}
