import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { eventIds } from "../lib/event-ids"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"

/** Notes that orders changed: placed, edited, cancelled, returned. */
export default async function orderChanged({
  event,
  container,
}: SubscriberArgs<unknown>): Promise<void> {
  const profiles = container.resolve<ProfileModuleService>(PROFILE_MODULE)
  await profiles.notice("order", eventIds(event.data), event.name)
}

export const config: SubscriberConfig = {
  event: [
    "order.placed",
    "order.updated",
    "order.canceled",
    "order.completed",
    "order.return_received",
    "order.exchange_created",
    "order.claim_created",
    "order-edit.confirmed",
  ],
  context: { subscriberId: "engage-order-changed" },
}
