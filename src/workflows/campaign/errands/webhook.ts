import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { publicIds, shopSecret } from "../../../lib/public-id"
import { postWebhook, type WebhookAnswer } from "../../../lib/webhook/post"
import { derivedSecret } from "../../../lib/webhook/sign"
import { CAMPAIGN_MODULE } from "../../../modules/campaign"
import { saveAnswers } from "../../../modules/campaign/errand/answers"
import { type Told, tellOf } from "../../../modules/campaign/errand/people"
import type { Errand, Outcome } from "../../../modules/campaign/errand/store"
import type CampaignModuleService from "../../../modules/campaign/service"
import type { WebhookStep } from "../../../types/campaign-errand"

/** Calls that are open at the same time. */
const AT_ONCE = 10

/**
 * Tells another system of each person by a call of its own. The same errand has the same `webhook-id` each time, so that
 * whoever hears it twice can tell.
 */
export async function callWebhook(
  container: MedusaContainer,
  errands: Errand<WebhookStep>[],
  now: Date
): Promise<Outcome[]> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const service = container.resolve<CampaignModuleService>(CAMPAIGN_MODULE)
  const settings = await service.webhookSettings()
  const secrets = [derivedSecret(await shopSecret(db), "campaigns")]
  const ids = await publicIds(db)
  const told = await tellOf(db, errands)
  const call = async (errand: Errand<WebhookStep>): Promise<Outcome> => {
    const scope = told.get(errand.id)
    if (!scope) return { errand, error: "The person is gone", final: true }
    const { campaign_id, campaign, step, settings: own } = errand
    const at = { id: campaign_id, name: campaign, step }
    const body = bodyOf(at, ids.seal("prof", errand.profile_id), scope, now)
    try {
      const id = `errand_${errand.id}`
      const answer = await postWebhook({ url: own.url, secrets, id, body, now }, settings)
      const failed = failure(answer)
      if (failed) return { errand, ...failed }
      await saveAnswers(db, errand, answer.text, now)
      return { errand, facts: {} }
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException
      return { errand, error: message || String(code), final: code === "ERR_PRIVATE_ADDRESS" }
    }
  }
  const outcomes: Outcome[] = []
  for (let at = 0; at < errands.length; at += AT_ONCE)
    outcomes.push(...(await Promise.all(errands.slice(at, at + AT_ONCE).map(call))))
  return outcomes
}

/** What another system is told of a person. */
export function bodyOf(
  campaign: { id: string; name: string; step: string },
  profile: string,
  told: Told,
  now: Date
): string {
  const data = { campaign, ...told, profile: { id: profile, ...told.profile } }
  return JSON.stringify({ type: "campaign.step", timestamp: now.toISOString(), data })
}

/** Why an answer means that it did not work; another try helps unless the call itself was refused. */
export function failure({ status }: WebhookAnswer): { error: string; final: boolean } | undefined {
  if (status >= 200 && status < 300) return undefined
  const again = status >= 500 || status === 408 || status === 429
  return { error: `It answered ${status}`, final: !again }
}
