import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { eventIds } from "../lib/event-ids"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"

/** Notes that customers changed. Guests made at checkout are announced by the module's own event only. */
export default async function customerChanged({
  event,
  container,
}: SubscriberArgs<unknown>): Promise<void> {
  const profiles = container.resolve<ProfileModuleService>(PROFILE_MODULE)
  await profiles.notice("customer", eventIds(event.data), event.name)
}

export const config: SubscriberConfig = {
  event: ["customer.created", "customer.updated", "customer.deleted", "customer.customer.created"],
  context: { subscriberId: "engage-customer-changed" },
}
