import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CAMPAIGN_MODULE } from "../../../modules/campaign"
import { pickVariant } from "../../../modules/campaign/broadcast/ab"
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
  retryBroadcast,
} from "../../../modules/campaign/broadcast/run"
import { reviseBroadcast } from "../../../modules/campaign/broadcast/revise"
import type CampaignModuleService from "../../../modules/campaign/service"
import type { SeriesAction } from "../../../types/broadcast-series"

export type SteerBroadcastInput =
  | { id: string; action: "start" | "pause" | "resume" | "cancel" | "retry" }
  | { id: string; action: "pick"; variant: number }
  | { id: string; action: "revise"; template_id: string }
  | { id: string; action: "series"; series: SeriesAction }

/**
 * Starts, pauses, resumes, cancels or retries a broadcast, picks the winner of its test, changes its unsent messages, or
 * holds, resumes or ends its series.
 * Nothing is taken back: what has been sent cannot be, and each action is one transaction.
 */
export const steerBroadcastStep = createStep(
  "engage-steer-broadcast",
  async (input: SteerBroadcastInput, { container }) => {
    const { id, action } = input
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    if (action === "start")
      await container.resolve<CampaignModuleService>(CAMPAIGN_MODULE).start(id)
    else if (action === "pause") await pauseBroadcast(db, id)
    else if (action === "resume") await resumeBroadcast(db, id)
    else if (action === "cancel") await cancelBroadcast(db, id, new Date())
    else if (action === "pick") await pickVariant(db, id, input.variant)
    else if (action === "revise") await reviseBroadcast(db, id, input.template_id, new Date())
    else if (action === "series")
      await container.resolve<CampaignModuleService>(CAMPAIGN_MODULE).steerSeries(id, input.series)
    else await retryBroadcast(db, id)
    return new StepResponse(id)
  }
)
