import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { publicIds, shopSecret } from "../../../lib/public-id"
import { postWebhook, webhookHeaders } from "../../../lib/webhook/post"
import { derivedSecret } from "../../../lib/webhook/sign"
import { CAMPAIGN_MODULE } from "../../../modules/campaign"
import { readAnswers } from "../../../modules/campaign/errand/answers"
import { tellOf } from "../../../modules/campaign/errand/people"
import type CampaignModuleService from "../../../modules/campaign/service"
import { triggerSample } from "../../../modules/campaign/triggers/sample"
import type { WebhookStep, WebhookTrial } from "../../../types/campaign-errand"
import { bodyOf, failure } from "./webhook"

type Trial = {
  campaign_id: string
  step: string
  /** Row number of the profile that is told of. */
  profile: number
} & Pick<WebhookStep, "url" | "answers">

/**
 * Calls another system once as a step would, with a person and what last let somebody in. Nothing is written and nobody
 * goes on by it.
 * @throws MedusaError `not_found` when the campaign or the person is gone, `invalid_data` when the address is none
 */
export async function tryWebhook(
  container: MedusaContainer,
  { campaign_id, step, profile, url, answers }: Trial,
  now: Date
): Promise<WebhookTrial> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "url: must begin with https://")
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const service = container.resolve<CampaignModuleService>(CAMPAIGN_MODULE)
  const { name, trigger } = await triggerSample(db, campaign_id, await service.clock(now))
  const told = await tellOf(db, [{ id: 0, profile_id: profile, context: trigger, facts: {} }])
  const scope = told.get(0)
  if (!scope) throw new MedusaError(MedusaError.Types.NOT_FOUND, "This person is gone")
  const ids = await publicIds(db)
  const body = bodyOf({ id: campaign_id, name, step }, ids.seal("prof", profile), scope, now)
  const secrets = [derivedSecret(await shopSecret(db), "campaigns")]
  const call = { secrets, id: `trial_${now.getTime()}`, body, now }
  const request = { url, headers: webhookHeaders(call), body }
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  try {
    const answer = await postWebhook({ url, ...call }, await service.webhookSettings())
    const error = failure(answer)?.error ?? null
    const values = new Map(error ? [] : readEach(answers, answer.text))
    const fields = answers.map((one, i) => ({ ...one, value: values.get(i) ?? null }))
    return { request, answer, error, duration_ms: took(), fields }
  } catch (problem) {
    const { message, code } = problem as NodeJS.ErrnoException
    const fields = answers.map((one) => ({ ...one, value: null }))
    return { request, answer: null, error: message || String(code), duration_ms: took(), fields }
  }
}

function readEach(answers: WebhookStep["answers"], text: string): [number, string][] {
  return answers.flatMap((one, i) =>
    readAnswers([one], text).map(({ value }): [number, string] => [i, value])
  )
}
