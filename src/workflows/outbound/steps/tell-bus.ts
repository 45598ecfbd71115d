import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { follow, listen } from "../../../modules/outbound/feed/follow"
import { listenedTypes, listensAnew } from "./listened"

/**
 * Tells the event bus what happened since the last time, of what some subscriber hears. What the bus does not take is told
 * again: a subscriber may hear the same twice, but never misses any.
 */
export const tellBusStep = createStep("engage-tell-bus", async (_: void, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const bus = container.resolve(Modules.EVENT_BUS)
  const types = listenedTypes(container)
  if (listensAnew(types)) await db.transaction((trx) => listen(trx, "bus", types))
  let told = 0
  for (let more = true; more;) {
    more = await follow(db, "bus", types, async (_trx, events) => {
      await bus.emit(events.map(({ type, data }) => ({ name: type, data })))
      told += events.length
    })
  }
  return new StepResponse(told)
})
