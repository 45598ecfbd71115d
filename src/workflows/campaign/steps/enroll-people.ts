import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CAMPAIGN_MODULE } from "../../../modules/campaign"
import { enterByHand } from "../../../modules/campaign/flow/enter"
import type CampaignModuleService from "../../../modules/campaign/service"
import { type PersonRef, resolvePeople } from "../../../modules/profile/identity/resolve"

export type EnrollPeopleInput = {
  campaign_id: string
  /** Each by one of `profile_id`, `customer_id` or `email`. */
  people: PersonRef[]
  /** Of what happened, e.g. a ticket's number: nobody comes in twice by the same. */
  key: string
  /** What the campaign's rules and messages know as `trigger`. */
  context?: Record<string, unknown>
}

/** How many came in; the rest were inside, kept out by the campaign's rules, or are not known. */
export type EnrollPeopleResult = { entered: number; unknown: number }

/** Lets people into a campaign. Nothing is taken back when a later step fails: they may be on their way already. */
export const enrollPeopleStep = createStep(
  "engage-enroll-people",
  async (input: EnrollPeopleInput, { container }): Promise<StepResponse<EnrollPeopleResult>> => {
    const { campaign_id, people, key, context = {} } = input
    if (people.length > 1_000)
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "people: at most 1,000 at a time")
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const clock = await container.resolve<CampaignModuleService>(CAMPAIGN_MODULE).clock()
    const found = await resolvePeople(db, people)
    const profiles = found.filter((id) => id !== undefined)
    const entered = await enterByHand(db, campaign_id, { profiles, key, context }, clock)
    return new StepResponse({ entered, unknown: found.length - profiles.length })
  }
)
