import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { INotificationModuleService } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { Notify } from "../../../providers/medusa-notification/provider"

/**
 * Hands a notification to the shop's Notification module, looked up when something is sent: modules of a shop are loaded in
 * no order, and none sees the others.
 * @throws MedusaError `not_found` when the shop has no such module, or it has no provider for the channel
 */
export const notifyByMedusa: Notify = async (notification) => {
  const loaded = MedusaModule.getModuleInstance(Modules.NOTIFICATION) as
    Record<string, INotificationModuleService> | undefined
  const service = loaded?.[Modules.NOTIFICATION]
  if (service) return service.createNotifications(notification)
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    "The shop has no Notification module: add it with a provider for this channel to medusa-config.ts"
  )
}
