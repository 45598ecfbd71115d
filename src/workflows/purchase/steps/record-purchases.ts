import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PROFILE_MODULE } from "../../../modules/profile"
import { type OfflinePurchase, recordPurchases } from "../../../modules/profile/purchases/offline"
import type ProfileModuleService from "../../../modules/profile/service"

export type RecordPurchasesInput = { index: number; value: OfflinePurchase }[]

/** Records purchases in one transaction. Sending them again repairs what is wrong, so nothing is taken back. */
export const recordPurchasesStep = createStep(
  "engage-record-purchases",
  async (purchases: RecordPurchasesInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const profiles = container.resolve<ProfileModuleService>(PROFILE_MODULE)
    const result = await recordPurchases(db, purchases, await profiles.syncSettings())
    await profiles.wake()
    return new StepResponse(result)
  }
)
