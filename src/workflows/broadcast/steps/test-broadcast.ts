import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { getBroadcast } from "../../../modules/campaign/broadcast/store"
import { inLanguage, languagesOf } from "../../../modules/content/languages/parts"
import { publishContent } from "../../../modules/content/publish/publish"
import { getTemplate } from "../../../modules/content/templates/templates"
import { DELIVERY_MODULE } from "../../../modules/delivery"
import type DeliveryModuleService from "../../../modules/delivery/service"
import type { Template } from "../../../types/content"

/** `language`: in which it is sent; `null` for the template's own, left out for that of the person. */
export type TestBroadcastInput = {
  id: string
  to: string
  profileId?: number
  language?: string | null
}

/** Sends one copy to an address of the staff. A message that has left cannot be taken back. */
export const testBroadcastStep = createStep(
  "engage-test-broadcast",
  async ({ id, to, profileId, language }: TestBroadcastInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { template_id, channel, topic, name: title, plan } = await getBroadcast(db, id)
    if (!template_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "template_id: choose what the broadcast says first"
      )
    }
    const now = new Date()
    const template = await getTemplate(db, template_id)
    const parts = language === undefined ? template : inThisLanguage(template, language)
    const contentId = await publishContent(db, parts, { channel, now, draft: true })
    const delivery = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
    return new StepResponse(
      await delivery.sendTest(
        channel,
        { ref: id, title, topic, contentId, profileId, to, now },
        plan.sender
      )
    )
  }
)

function inThisLanguage(template: Template, language: string | null) {
  if (languagesOf(template).includes(language)) return inLanguage(template, language)
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `language: the template "${template.name}" does not speak ${language}`
  )
}
