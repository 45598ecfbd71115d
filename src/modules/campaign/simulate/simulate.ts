import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { Simulation } from "../../../types/campaign-flow"
import { closedFor } from "../holidays/store"
import { isMessageStep } from "../flow/message-step"
import { WHO_IS_HELD_OUT } from "../sql/holdout"
import { matching } from "../flow/steps/matching"
import { decider } from "./decide"
import { type NamedEntrant, oneEntrant, pastEntrants } from "./entrants"
import { simulateWalks, type Walk } from "./walk"

/** Ways that are told one by one. */
const SHOWN = 20

/**
 * What would become of one person, or of up to the last 1,000 whom the trigger would have let in, in a plan that need not
 * be saved. Facts are those of now, what let them in is as it was the last time, times are made up; nothing is sent or
 * written.
 * @param person - row number of a profile, or `undefined` for the last entrants
 * @throws MedusaError `invalid_data` for the last entrants of a plan without a trigger, `not_found` for a person who is gone
 */
export async function simulate(
  db: Db,
  campaign: string,
  plan: CampaignPlan,
  person: number | undefined,
  clock: { now: Date; zone: string }
): Promise<Simulation> {
  const entrants =
    person === undefined
      ? await pastEntrants(db, plan, clock)
      : [await oneEntrant(db, plan, person, clock)]
  const decide = await decider(db, campaign, plan, clock)
  const walks = await simulateWalks(plan, entrants, decide, {
    holidays: await closedFor(db, plan),
    heldOut: person === undefined ? await heldOut(db, campaign, plan, entrants) : undefined,
  })
  return {
    ...summary(plan, walks),
    may_enter: person === undefined ? null : await mayEnter(db, plan, person, clock),
    walks: await shown(db, entrants, walks),
  }
}

/** Who of them would be kept out to compare with. */
async function heldOut(
  db: Db,
  id: string,
  { holdout = 0 }: CampaignPlan,
  entrants: NamedEntrant[]
): Promise<Set<number>> {
  const people = entrants.map(({ profile_id }) => profile_id)
  const rows = await query<{ id: number }>(db, WHO_IS_HELD_OUT, {
    id,
    people,
    holdout: holdout * 100,
  })
  return new Set(rows.map((row) => row.id))
}

async function mayEnter(
  db: Db,
  { entry_rules }: CampaignPlan,
  person: number,
  clock: { now: Date; zone: string }
): Promise<boolean> {
  if (!entry_rules) return true
  return (await matching(db, entry_rules, [person], clock)).has(person)
}

const isSent = (way: string) => !["not_sent", "left"].includes(way)

/** What all the ways come to. */
export function summary(
  plan: CampaignPlan,
  walks: Walk[]
): Omit<Simulation, "may_enter" | "walks"> {
  const steps = new Map<string, Simulation["steps"][number]>()
  const ended: Record<string, number> = {}
  let messages = 0
  for (const { path, reason } of walks) {
    ended[reason] = (ended[reason] ?? 0) + 1
    for (const { step, way } of path) {
      const at = steps.get(step) ?? { step, came: 0, passed: {} }
      at.came += 1
      at.passed[way] = (at.passed[way] ?? 0) + 1
      steps.set(step, at)
      if (isMessageStep(plan.graph.steps[step]) && isSent(way)) messages += 1
    }
  }
  return { people: walks.length, messages, steps: [...steps.values()], ended }
}

async function shown(
  db: Db,
  entrants: NamedEntrant[],
  walks: Walk[]
): Promise<Simulation["walks"]> {
  const ids = await publicIds(db)
  return walks.slice(0, SHOWN).map(({ entrant, path, ended_at, reason }, i) => ({
    person: {
      id: ids.seal("prof", entrant.profile_id),
      name: entrants[i].name,
      email: entrants[i].email,
    },
    entered_at: entrant.at.toISOString(),
    path: path.map((pass) => ({ ...pass, at: pass.at.toISOString() })),
    ended_at: ended_at.toISOString(),
    reason,
  }))
}
