import type { MedusaContainer } from "@medusajs/framework/types"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"

/** Wakes the sync loop once a minute, so that an event the shop lost costs no more than that. */
export default async function engageTick(container: MedusaContainer): Promise<void> {
  await container.resolve<ProfileModuleService>(PROFILE_MODULE).wake()
}

export const config = { name: "engage-tick", schedule: "* * * * *" }
