import type { MedusaContainer } from "@medusajs/framework/types"
import { noted } from "../lib/failures"
import { DELIVERY_MODULE } from "../modules/delivery"
import type DeliveryModuleService from "../modules/delivery/service"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"

/** Once a minute: wakes the sync loop, so that an event the shop lost costs no more than that, and keeps counters young. */
export default async function engageTick(container: MedusaContainer): Promise<void> {
  await noted(container, "tick", async () => {
    await container.resolve<ProfileModuleService>(PROFILE_MODULE).wake()
    await container.resolve<DeliveryModuleService>(DELIVERY_MODULE).countMailboxes(new Date())
  })
}

export const config = { name: "engage-tick", schedule: "* * * * *" }
