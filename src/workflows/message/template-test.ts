import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { inLanguage, languagesOf } from "../../modules/content/languages/parts"
import { publishContent } from "../../modules/content/publish/publish"
import type { MessageFacts } from "../../modules/content/render/facts"
import { getTemplate } from "../../modules/content/templates/templates"
import { DELIVERY_MODULE } from "../../modules/delivery"
import type { TestResult } from "../../modules/delivery/message/test-message"
import type DeliveryModuleService from "../../modules/delivery/service"
import type { SendingChannel } from "../../types/common"
import type { Template } from "../../types/content"

/** What a test is a test of. */
export type TestOccasion = {
  ref: string
  title: string
  topic: string | null
  channel: SendingChannel
  template_id: string
  sender?: string
  /** What it knows of its occasion; samples, if left out. */
  facts?: MessageFacts
}

/** Who gets a test. `language`: in which it is sent; `null` for the template's own, left out for that of the person. */
export type TestRecipient = { to: string; profileId?: number; language?: string | null }

/**
 * Sends one copy of a template to an address of the staff.
 * @throws MedusaError `invalid_data` for a wrong address, language or template, `not_found` for an unknown profile or template
 */
export async function sendTemplateTest(
  container: MedusaContainer,
  { channel, template_id, sender, ...occasion }: TestOccasion,
  { to, profileId, language }: TestRecipient,
  now: Date
): Promise<TestResult> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const template = await getTemplate(db, template_id)
  const parts = language === undefined ? template : inThisLanguage(template, language)
  const contentId = await publishContent(db, parts, { channel, now, draft: true })
  const delivery = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
  return delivery.sendTest(channel, { ...occasion, contentId, profileId, to, now }, sender)
}

function inThisLanguage(template: Template, language: string | null) {
  if (languagesOf(template).includes(language)) return inLanguage(template, language)
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `language: the template "${template.name}" does not speak ${language}`
  )
}
