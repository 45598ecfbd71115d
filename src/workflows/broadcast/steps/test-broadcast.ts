import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CAMPAIGN_MODULE } from "../../../modules/campaign"
import { getBroadcast } from "../../../modules/campaign/broadcast/store"
import type CampaignModuleService from "../../../modules/campaign/service"
import { publishContent } from "../../../modules/content/publish/publish"
import { getTemplate } from "../../../modules/content/templates/templates"
import { DELIVERY_MODULE } from "../../../modules/delivery"
import { sendTest } from "../../../modules/delivery/message/test-message"
import type DeliveryModuleService from "../../../modules/delivery/service"

export type TestBroadcastInput = { id: string; to: string; profileId?: number }

/** Sends one copy to an address of the staff. A message that has left cannot be taken back. */
export const testBroadcastStep = createStep(
  "engage-test-broadcast",
  async ({ id, to, profileId }: TestBroadcastInput, { container }) => {
    const { db, options } = container.resolve<CampaignModuleService>(CAMPAIGN_MODULE)
    const { provider } = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
    const broadcast = await getBroadcast(db, id)
    if (!broadcast.template_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "template_id: choose what the broadcast says first"
      )
    }
    const now = new Date()
    const template = await getTemplate(db, broadcast.template_id)
    const contentId = await publishContent(db, template, { channel: broadcast.channel, now })
    const { topic, name: title } = broadcast
    const test = { ref: id, title, topic, contentId, sender: options.sender, profileId, to, now }
    return new StepResponse(await sendTest(db, { provider, options }, test))
  }
)
