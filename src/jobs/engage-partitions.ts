import type { MedusaContainer } from "@medusajs/framework/types"
import { noted } from "../lib/failures"
import { CAMPAIGN_MODULE } from "../modules/campaign"
import type CampaignModuleService from "../modules/campaign/service"
import { DELIVERY_MODULE } from "../modules/delivery"
import type DeliveryModuleService from "../modules/delivery/service"
import { OUTBOUND_MODULE } from "../modules/outbound"
import type OutboundModuleService from "../modules/outbound/service"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"
import { SEGMENT_MODULE } from "../modules/segment"
import type SegmentModuleService from "../modules/segment/service"
import { TRANSFER_MODULE } from "../modules/transfer"
import type TransferModuleService from "../modules/transfer/service"

/** Each night: makes the partitions of the months to come, which have to be there before their first row, and drops or thins what is too old. */
export default async function engagePartitions(container: MedusaContainer): Promise<void> {
  await noted(container, "partitions", async () => {
    const profiles = container.resolve<ProfileModuleService>(PROFILE_MODULE)
    await profiles.keepPartitions()
    await profiles.dropOldFacts()
    const delivery = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
    await delivery.keepPartitions()
    await delivery.dropOldCopies()
    const segments = container.resolve<SegmentModuleService>(SEGMENT_MODULE)
    await segments.keepPartitions()
    await segments.thinHistory()
    await container.resolve<CampaignModuleService>(CAMPAIGN_MODULE).dropOldNews()
    const outbound = container.resolve<OutboundModuleService>(OUTBOUND_MODULE)
    await outbound.dropOld()
    await segments.dropNews(await outbound.newsBefore())
    await container.resolve<TransferModuleService>(TRANSFER_MODULE).dropOldRows()
  })
}

export const config = { name: "engage-partitions", schedule: "17 3 * * *" }
