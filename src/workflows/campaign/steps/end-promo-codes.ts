import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { updatePromotionsStatusWorkflow } from "@medusajs/medusa/core-flows"
import { codesToEnd, endCodes } from "../../../modules/campaign/promo/store"

/** Batches of one run; what is left is done by the next. */
const BATCHES = 20

/** Switches off the promotions of unused codes that are over. A promotion that somebody has deleted needs nothing. */
export const endPromoCodesStep = createStep(
  "engage-end-promo-codes",
  async ({ now: at }: { now?: string }, { container }) => {
    const now = at ? new Date(at) : new Date()
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const promotions = container.resolve(Modules.PROMOTION)
    let count = 0
    for (let batch = 0; batch < BATCHES; batch++) {
      const codes = await codesToEnd(db, now)
      if (!codes.length) break
      const there = await promotions.listPromotions(
        { id: codes.map(({ promotion_id }) => promotion_id) },
        { select: ["id"], take: codes.length }
      )
      if (there.length) {
        const promotionsData = there.map(({ id }) => ({ id, status: "inactive" as const }))
        await updatePromotionsStatusWorkflow(container).run({ input: { promotionsData } })
      }
      await endCodes(db, codes, now)
      count += codes.length
    }
    return new StepResponse(count)
  }
)
