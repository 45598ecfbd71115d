import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import type { CampaignPlan, CampaignStep } from "../../../types/campaign-plan"
import type { CampaignRecipe } from "../../../types/campaign-preview"
import { READY_TEMPLATES } from "../../content/gallery/templates"
import { createTemplate, type TemplateInput } from "../../content/templates/templates"
import { createSegment, getSegment } from "../../segment/store"
import { type CampaignRow, createCampaign } from "../flow/store"
import { previewTrigger } from "../triggers/preview"
import { RECIPES } from "./list"
import { offerTo } from "./offer"
import { type Recipe, SEGMENT, TEMPLATE } from "./recipe"
import { withOwnCode } from "./own-code"
import { isMessageStep } from "../flow/message-step"

type Clock = { now: Date; zone: string }

/** Every recipe, with the way it goes. */
export function listRecipes(now: Date): CampaignRecipe[] {
  return RECIPES.map(({ key, name, goal, plan: planFor }) => {
    const { trigger, graph } = planFor(now)
    const steps = Object.values(graph.steps).map((step) => step.type)
    return { key, name, goal, trigger: trigger!.type, steps }
  })
}

/**
 * How many people a recipe would have reached in the last 30 days; null where that is not known.
 * @param signal - aborted when nobody waits any more
 * @throws MedusaError `not_found` for a key that no recipe has
 */
export async function reachOfRecipe(
  db: Db,
  key: string,
  clock: Clock,
  signal?: AbortSignal
): Promise<number | null> {
  const { people } = await previewTrigger(db, recipeOf(key).plan(clock.now), clock, signal)
  return people
}

/**
 * Makes a draft of a recipe, with its messages as templates and its segment.
 * @throws MedusaError `not_found` for a key that no recipe has
 */
export async function installRecipe(db: Db, key: string, now: Date): Promise<CampaignRow> {
  return install(db, recipeOf(key), now)
}

/**
 * Makes the draft of an offer to a segment: whoever is in it, or comes into it, gets a promo code of their own, once.
 * @throws MedusaError `not_found` for a segment that does not exist
 */
export async function installOffer(
  db: Db,
  { name, segment_id }: { name: string; segment_id: string },
  now: Date
): Promise<CampaignRow> {
  await getSegment(db, segment_id)
  return install(db, offerTo(segment_id, name), now)
}

function install(db: Db, recipe: Recipe, now: Date): Promise<CampaignRow> {
  return db.transaction(async (trx) => {
    const plan = recipe.plan(now)
    const segment = recipe.segment && (await createSegment(trx, recipe.segment)).id
    const templates = new Map<string, string>()
    for (const ready of keysOf(plan)) {
      const { name, ...parts } = messageOf(recipe, ready, plan)
      const made = await createTemplate(trx, { name: `${recipe.name}: ${name}`, ...parts }, now)
      templates.set(ready, made.id)
    }
    const { name, stage } = recipe
    return createCampaign(trx, { name, stage, plan: filled(plan, templates, segment) }, now)
  })
}

function recipeOf(key: string): Recipe {
  const recipe = RECIPES.find((one) => one.key === key)
  if (!recipe)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no recipe called ${key}`)
  return recipe
}

/** What a message of a recipe says: a notification of its own, or one of the ready e-mails. */
function messageOf({ pushes }: Recipe, key: string, plan: CampaignPlan): TemplateInput {
  const own = pushes?.[key]
  if (own) {
    const { name, subject, text, link } = own
    const card = { image: "", link, buttons: [] }
    return { channel: "push", name, subject, preheader: "", html: "", text, card }
  }
  const { name, subject, preheader, document } = READY_TEMPLATES.find((one) => one.key === key)!
  return { name, subject, preheader, document: withOwnCode(document, plan), html: "", text: null }
}

/** Keys of the ready templates that a plan names. */
function keysOf({ graph }: CampaignPlan): string[] {
  const keys = Object.values(graph.steps).flatMap((step) =>
    isMessageStep(step) ? step.template_id!.slice(TEMPLATE.length) : []
  )
  return [...new Set(keys)]
}

/** The plan with what was made for it in the place of what stood for it. */
function filled(
  plan: CampaignPlan,
  templates: Map<string, string>,
  segment: string | undefined
): CampaignPlan {
  const steps = Object.entries(plan.graph.steps).map(([id, step]): [string, CampaignStep] => [
    id,
    isMessageStep(step)
      ? { ...step, template_id: templates.get(step.template_id!.slice(TEMPLATE.length))! }
      : step,
  ])
  const { trigger } = plan
  const named = trigger && "segment_id" in trigger && trigger.segment_id === SEGMENT
  return {
    ...plan,
    trigger: named ? { ...trigger, segment_id: segment! } : trigger,
    graph: { ...plan.graph, steps: Object.fromEntries(steps) },
  }
}
