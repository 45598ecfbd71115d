import type { CreatePromotionDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createCampaignsWorkflow, createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { toMajor } from "../../../lib/money"
import { shopSecret } from "../../../lib/public-id"
import { promoCode } from "../../../modules/campaign/errand/code"
import type { Errand } from "../../../modules/campaign/errand/store"
import type { MadeCode } from "../../../modules/campaign/promo/store"
import type { PromoStep } from "../../../types/campaign-errand"

type PromoErrand = Errand<PromoStep>
type Wanted = { errand: PromoErrand; code: string }

/** Codes that are tried for one person before it is given up for now. */
const MAX_ROUNDS = 5

/**
 * Makes a promotion of the shop for each errand of one step, all in one campaign of the shop. An errand that was run before
 * finds the promotion it made.
 * @throws MedusaError when the shop refuses, or all codes of the pattern that were drawn are taken
 */
export async function makePromoCodes(
  container: MedusaContainer,
  errands: PromoErrand[]
): Promise<MadeCode[]> {
  const { made, wanted } = await drawCodes(container, errands)
  if (!wanted.length) return made
  const campaign_id = await sharedCampaign(container, errands[0])
  const { result } = await createPromotionsWorkflow(container).run({
    input: { promotionsData: wanted.map((one) => promotionOf(one, campaign_id)) },
  })
  const ids = new Map(result.map(({ code, id }) => [code, id]))
  return [...made, ...wanted.map((one) => ({ ...one, promotion_id: ids.get(one.code)! }))]
}

/** The code of each errand: made before, or still to be made. */
async function drawCodes(
  container: MedusaContainer,
  errands: PromoErrand[]
): Promise<{ made: MadeCode[]; wanted: Wanted[] }> {
  const secret = await shopSecret(container.resolve(ContainerRegistrationKeys.PG_CONNECTION))
  const promotions = container.resolve(Modules.PROMOTION)
  const made: MadeCode[] = []
  const wanted = new Map<string, Wanted>()
  let open = errands
  for (let round = 0; open.length; round++) {
    if (round === MAX_ROUNDS) throw taken()
    const drawn = open.map((errand) => ({
      errand,
      code: promoCode(secret, errand.settings.pattern, errand.id, round),
    }))
    const found = await promotions.listPromotions(
      { code: drawn.map(({ code }) => code) },
      { select: ["id", "code", "metadata"], take: drawn.length }
    )
    const known = new Map(found.map((one) => [one.code, one]))
    open = []
    for (const { errand, code } of drawn) {
      const other = known.get(code)
      if (other?.metadata?.engage_errand === errand.id)
        made.push({ errand, code, promotion_id: other.id })
      else if (other || wanted.has(code)) open.push(errand)
      else wanted.set(code, { errand, code })
    }
  }
  return { made, wanted: [...wanted.values()] }
}

function taken(): MedusaError {
  return new MedusaError(
    MedusaError.Types.CONFLICT,
    "All codes that were drawn are taken: put more # signs into the code"
  )
}

/** The campaign of the shop that holds a step's promotions and their common limit; made when there is none. */
async function sharedCampaign(
  container: MedusaContainer,
  { campaign_id, campaign, step, settings: { max_uses } }: PromoErrand
): Promise<string> {
  const identifier = `engage-${campaign_id}-${step}-${max_uses ?? "any"}`
  const [known] = await container
    .resolve(Modules.PROMOTION)
    .listCampaigns({ campaign_identifier: [identifier] }, { select: ["id"], take: 1 })
  if (known) return known.id
  const { result } = await createCampaignsWorkflow(container).run({
    input: {
      campaignsData: [
        {
          name: campaign,
          description: "Promo codes that a campaign gives, one for each person",
          campaign_identifier: identifier,
          ...(max_uses && { budget: { type: "usage" as const, limit: max_uses } }),
        },
      ],
    },
  })
  return result[0].id
}

function promotionOf(
  { errand: { id, settings }, code }: Wanted,
  campaign_id: string
): CreatePromotionDTO {
  return {
    code,
    type: "standard",
    status: "active",
    is_automatic: false,
    limit: 1,
    campaign_id,
    metadata: { engage_errand: id },
    application_method: discountOf(settings),
  }
}

function discountOf({
  discount,
  value,
  currency,
}: PromoStep): CreatePromotionDTO["application_method"] {
  const target_type = discount === "shipping" ? "shipping_methods" : "order"
  if (discount === "amount") {
    const amount = Number(toMajor(value, currency))
    return {
      type: "fixed",
      target_type,
      allocation: "across",
      value: amount,
      currency_code: currency,
    }
  }
  const percent = discount === "shipping" ? 100 : value
  return { type: "percentage", target_type, allocation: "across", value: percent }
}
