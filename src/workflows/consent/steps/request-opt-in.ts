import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { publishContent } from "../../../modules/content/publish/publish"
import { DELIVERY_MODULE } from "../../../modules/delivery"
import type DeliveryModuleService from "../../../modules/delivery/service"
import { optInMail } from "../../../modules/delivery/message/opt-in-mail"
import { type OptInRequest, requestOptIn } from "../../../modules/profile/consent/opt-in"
import { PROFILE_MODULE } from "../../../modules/profile"
import type ProfileModuleService from "../../../modules/profile/service"

export type RequestOptInInput = Omit<OptInRequest, "now">

/**
 * Sends the mail that asks somebody to confirm. A request that has been noted stays: it subscribes nobody by itself.
 * Answers whether a mail was sent.
 */
export const requestOptInStep = createStep(
  "engage-request-opt-in",
  async (input: RequestOptInInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const now = new Date()
    const request = await requestOptIn(db, { ...input, now })
    if (!request) return new StepResponse(false)
    const options = await container.resolve<ProfileModuleService>(PROFILE_MODULE).settings()
    const mail = optInMail(options, request.token)
    const contentId = await publishContent(db, mail, { channel: "email", now })
    const { state } = await container.resolve<DeliveryModuleService>(DELIVERY_MODULE).sendSingle({
      kind: "opt_in",
      ref: request.token,
      title: mail.subject,
      topic: null,
      contentId,
      profileId: request.profileId,
      to: request.email,
      now,
    })
    return new StepResponse(state === "accepted")
  }
)
