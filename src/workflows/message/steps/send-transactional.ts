import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { publishContent } from "../../../modules/content/publish/publish"
import { getTemplate } from "../../../modules/content/templates/templates"
import { DELIVERY_MODULE } from "../../../modules/delivery"
import type { TransactionalResult } from "../../../modules/delivery/message/transactional"
import type DeliveryModuleService from "../../../modules/delivery/service"
import { type PersonRef, resolvePeople } from "../../../modules/profile/identity/resolve"

export type SendTransactionalInput = {
  template_id: string
  /** By one of `profile_id`, `customer_id` or `email`. */
  person: PersonRef
  /** Of the occasion, e.g. an order's id: the same key is sent once. */
  key: string
  /** What the template says as `{{ trigger.… }}`. */
  data?: Record<string, unknown>
}

/** Sends a mail that somebody needs, such as a receipt. A message that has left cannot be taken back. */
export const sendTransactionalStep = createStep(
  "engage-send-transactional",
  async (
    { template_id, person, key, data = {} }: SendTransactionalInput,
    { container }
  ): Promise<StepResponse<TransactionalResult>> => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const now = new Date()
    const [profileId] = await resolvePeople(db, [person])
    if (profileId === undefined)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, "person: nobody of that name is known")
    const template = await getTemplate(db, template_id)
    const contentId = await publishContent(db, template, { channel: "email", now })
    const delivery = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
    return new StepResponse(
      await delivery.sendTransactional({
        ...{ key, contentId, profileId, data, now },
        title: template.name,
      })
    )
  }
)
