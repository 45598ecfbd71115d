import type { MedusaContainer } from "@medusajs/framework/types"
import { DELIVERY_MODULE } from "../modules/delivery"
import type DeliveryModuleService from "../modules/delivery/service"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"
import { SEGMENT_MODULE } from "../modules/segment"
import type SegmentModuleService from "../modules/segment/service"

/** Makes the partitions of the months to come, each night; they have to be there before their first row. */
export default async function engagePartitions(container: MedusaContainer): Promise<void> {
  await container.resolve<ProfileModuleService>(PROFILE_MODULE).keepPartitions()
  await container.resolve<DeliveryModuleService>(DELIVERY_MODULE).keepPartitions()
  await container.resolve<SegmentModuleService>(SEGMENT_MODULE).keepPartitions()
}

export const config = { name: "engage-partitions", schedule: "17 3 * * *" }
