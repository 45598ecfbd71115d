import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getBroadcast } from "../../../modules/campaign/broadcast/store"
import { sendTemplateTest, type TestRecipient } from "../../message/template-test"

export type TestBroadcastInput = TestRecipient & { id: string }

/** Sends one copy to an address of the staff. A message that has left cannot be taken back. */
export const testBroadcastStep = createStep(
  "engage-test-broadcast",
  async ({ id, ...recipient }: TestBroadcastInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { template_id, channel, topic, name: title, plan } = await getBroadcast(db, id)
    if (!template_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "template_id: choose what the broadcast says first"
      )
    }
    const occasion = { ref: id, title, topic, channel, template_id, sender: plan.sender }
    return new StepResponse(await sendTemplateTest(container, occasion, recipient, new Date()))
  }
)
