import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { eventIds } from "../lib/event-ids"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"

/** Notes that payments were captured or refunded, which changes what their orders are worth. */
export default async function paymentChanged({
  event,
  container,
}: SubscriberArgs<unknown>): Promise<void> {
  const profiles = container.resolve<ProfileModuleService>(PROFILE_MODULE)
  await profiles.noticePayments(eventIds(event.data), event.name)
}

export const config: SubscriberConfig = {
  event: ["payment.captured", "payment.refunded"],
  context: { subscriberId: "engage-payment-changed" },
}
