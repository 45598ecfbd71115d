import { type Db, queryOne } from "../../../lib/db"
import { describeRegistry } from "../../../rules/definitions"
import type { CampaignProblem } from "../../../types/campaign"
import type { CampaignPlan, CampaignStep, MessageStep } from "../../../types/campaign-plan"
import { loadRegistry } from "../../segment/registry"
import { KNOWN_THINGS } from "../sql/campaign"
import { sourceOf } from "../triggers/sources"
import type { Ids, Known } from "./known-things"
import { planProblems } from "./problems"
import { isMessageStep } from "./message-step"

const NONE: Ids = { templates: [], segments: [], audiences: [], senders: [] }

/** What keeps each of some plans from being published, with the shop as it is now. */
export async function problemsOf(db: Db, plans: CampaignPlan[]): Promise<CampaignProblem[][]> {
  const registry = describeRegistry(await loadRegistry(db))
  const known = await knownThings(db, named(plans))
  return plans.map((plan) => planProblems(plan, registry, known))
}

/** Which of some things the shop has. */
export async function knownThings(db: Db, ids: Partial<Ids>): Promise<Known> {
  const found = (await queryOne<Record<keyof Known, string[]>>(db, KNOWN_THINGS, {
    ...NONE,
    ...ids,
  }))!
  const sets = Object.entries(found).map(([thing, list]) => [thing, new Set(list)])
  return Object.fromEntries(sets) as Known
}

/** Ids of everything that the plans name. */
function named(plans: CampaignPlan[]): Ids {
  const steps = plans.flatMap(({ graph }): CampaignStep[] => Object.values(graph.steps))
  const triggers = plans.flatMap(({ trigger, goal }) => [trigger ?? [], goal ?? []].flat())
  return {
    templates: steps.flatMap((step) => (isMessageStep(step) ? templatesOf(step) : [])),
    segments: triggers.flatMap((one) => sourceOf(one).uses?.(one).segments ?? []),
    senders: steps.flatMap((step) => (isMessageStep(step) ? (step.sender ?? []) : [])),
    audiences: steps.flatMap((step) => (step.type === "audience" ? (step.audience_id ?? []) : [])),
  }
}

/** The templates that a step sends: its own, and those of further channels. */
function templatesOf({ template_id, cascade = [] }: MessageStep): string[] {
  return [template_id, ...cascade.map((one) => one.template_id)].flatMap((id) => id ?? [])
}
