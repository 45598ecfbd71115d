import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { recordEvents } from "../../../modules/profile/events/record"
import type { ServerEvent } from "../../../modules/profile/events/server-event"

export type RecordEventsInput = { events: ServerEvent[] }

/** Stores events. Nothing is taken back when a later step fails: they happened, and sending them again counts once. */
export const recordEventsStep = createStep(
  "engage-record-events",
  async ({ events }: RecordEventsInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return new StepResponse(await recordEvents(db, events, "server", new Date()))
  }
)
