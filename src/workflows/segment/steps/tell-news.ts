import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { takeNews } from "../../../modules/segment/news"

/** Events told in one go. */
const BATCH = 100

/**
 * Tells the event bus who entered and left segments since the last time. What the bus does not take is told again, so a
 * subscriber may hear the same news twice, but never misses any.
 */
export const tellNewsStep = createStep(
  "engage-tell-segment-news",
  async (_: void, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const bus = container.resolve(Modules.EVENT_BUS)
    let told = 0
    for (let more = true; more;) {
      const count = await db.transaction(async (trx) => {
        const news = await takeNews(trx, BATCH)
        if (news.length) await bus.emit(news)
        return news.length
      })
      told += count
      more = count === BATCH
    }
    return new StepResponse(told)
  }
)
