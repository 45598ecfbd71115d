import { type Db, queryOne } from "../../../lib/db"
import { describeRegistry } from "../../../rules/definitions"
import type { CampaignPlan, CampaignProblem, CampaignStep } from "../../../types/campaign"
import { loadRegistry } from "../../segment/registry"
import { KNOWN_THINGS } from "../sql/campaign"
import { planProblems } from "./problems"

type Ids = Record<"templates" | "segments" | "audiences", string[]>

/** What keeps each of some plans from being published, with the shop as it is now. */
export async function problemsOf(db: Db, plans: CampaignPlan[]): Promise<CampaignProblem[][]> {
  const registry = describeRegistry(await loadRegistry(db))
  const found = (await queryOne<Ids>(db, KNOWN_THINGS, named(plans)))!
  const known = {
    templates: new Set(found.templates),
    segments: new Set(found.segments),
    audiences: new Set(found.audiences),
  }
  return plans.map((plan) => planProblems(plan, registry, known))
}

/** Ids of everything that the plans name. */
function named(plans: CampaignPlan[]): Ids {
  const steps = plans.flatMap(({ graph }): CampaignStep[] => Object.values(graph.steps))
  return {
    templates: steps.flatMap((step) => (step.type === "email" ? (step.template_id ?? []) : [])),
    segments: plans.flatMap(({ trigger }) =>
      trigger?.type === "segment_entered" ? [trigger.segment_id] : []
    ),
    audiences: steps.flatMap((step) => (step.type === "audience" ? (step.audience_id ?? []) : [])),
  }
}
