import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getBroadcast } from "../../../modules/campaign/broadcast/store"
import { publishContent } from "../../../modules/content/publish/publish"
import { getTemplate } from "../../../modules/content/templates/templates"
import { DELIVERY_MODULE } from "../../../modules/delivery"
import type DeliveryModuleService from "../../../modules/delivery/service"

export type TestBroadcastInput = { id: string; to: string; profileId?: number }

/** Sends one copy to an address of the staff. A message that has left cannot be taken back. */
export const testBroadcastStep = createStep(
  "engage-test-broadcast",
  async ({ id, to, profileId }: TestBroadcastInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { template_id, channel, topic, name: title } = await getBroadcast(db, id)
    if (!template_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "template_id: choose what the broadcast says first"
      )
    }
    const now = new Date()
    const contentId = await publishContent(db, await getTemplate(db, template_id), { channel, now })
    const delivery = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
    return new StepResponse(
      await delivery.sendTest(channel, { ref: id, title, topic, contentId, profileId, to, now })
    )
  }
)
