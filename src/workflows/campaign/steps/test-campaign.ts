import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getCampaign } from "../../../modules/campaign/flow/store"
import { testFacts } from "../../../modules/campaign/triggers/test-facts"
import { getTemplate } from "../../../modules/content/templates/templates"
import { DELIVERY_MODULE } from "../../../modules/delivery"
import type DeliveryModuleService from "../../../modules/delivery/service"
import type { TestContext } from "../../../types/campaign-preview"
import { sendTemplateTest, type TestRecipient } from "../../message/template-test"

/** `sender` as a step has it. */
export type TestCampaignInput = TestRecipient & {
  id: string
  template_id: string
  sender?: string
}

/** Sends one copy of what a step sends to an address of the staff. A message that has left cannot be taken back. */
export const testCampaignStep = createStep(
  "engage-test-campaign",
  async ({ id, template_id, sender, ...recipient }: TestCampaignInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { options } = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
    const now = new Date()
    const { name: title, plan } = await getCampaign(db, id)
    const { channel } = await getTemplate(db, template_id)
    const clock = { now, zone: options.timeZone }
    const { facts, context } = await testFacts(db, id, recipient.profileId, clock)
    const occasion = { ref: id, title, topic: plan.topic, channel, template_id, sender, facts }
    const result = await sendTemplateTest(container, occasion, recipient, now)
    return new StepResponse<typeof result & { context: TestContext }>({ ...result, context })
  }
)
