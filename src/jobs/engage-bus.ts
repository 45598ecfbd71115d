import type { MedusaContainer } from "@medusajs/framework/types"
import { noted } from "../lib/failures"
import { OUTBOUND_MODULE } from "../modules/outbound"
import type OutboundModuleService from "../modules/outbound/service"
import { hasListeners } from "../workflows/outbound/steps/listened"
import { tellBusWorkflow } from "../workflows/outbound/workflows/tell-bus"

/** Every two seconds: tells the event bus what happened to people, segments, messages and campaigns. */
export default async function engageBus(container: MedusaContainer): Promise<void> {
  await noted(container, "bus", async () => {
    const service = container.resolve<OutboundModuleService>(OUTBOUND_MODULE)
    if (hasListeners(container) && (await service.tellsBus()))
      await tellBusWorkflow(container).run()
  })
}

export const config = { name: "engage-bus", schedule: { interval: 2_000 } }
