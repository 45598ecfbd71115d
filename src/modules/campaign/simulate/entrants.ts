import { MedusaError } from "@medusajs/framework/utils"
import { type Db, prefixed, query } from "../../../lib/db"
import { compileRules } from "../../../rules/compile"
import type { CampaignPlan } from "../../../types/campaign"
import { loadRegistry } from "../../segment/registry"
import { happenedSince } from "../triggers/triggered"
import { lastEntrants, ONE_ENTRANT } from "./sql/entrants"
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

/** One person who comes in now. @throws MedusaError `not_found` */
export async function oneEntrant(db: Db, person: number, clock: Clock): Promise<NamedEntrant> {
  const [found] = await query<NamedEntrant>(db, ONE_ENTRANT, { person, ...clock })
  if (found) return found
  throw new MedusaError(MedusaError.Types.NOT_FOUND, "This person is not known any more")
}
