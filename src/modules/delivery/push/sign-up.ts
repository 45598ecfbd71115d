import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { FCM } from "../../../providers/fcm/gateway"
import { WEB_PUSH } from "../../../providers/web-push/gateway"
import { isPushService } from "../../../providers/web-push/services"
import { type SignUp, signUp } from "../../profile/endpoints/endpoints"
import { deviceOf } from "../../profile/events/device"

export type PushSignUpInput = Pick<SignUp, "profileId" | "visitor"> & {
  /** Of a browser. */
  subscription?: { endpoint: string; keys: { p256dh: string; auth: string } }
  /** Of an app. */
  token?: string
  userAgent: string
}

/**
 * A browser or app takes push messages from now on.
 * @throws MedusaError `invalid_data` for an address that is no push service's
 */
export async function signUpForPush(
  db: Db,
  { channels }: EngageOptions,
  { subscription, token, userAgent, profileId, visitor }: PushSignUpInput,
  proof: { ip: string | null; now: Date }
): Promise<void> {
  const { push } = channels
  const services = push.provider === "web-push" ? push.services : []
  if (subscription && !isPushService(subscription.endpoint, services))
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "subscription.endpoint: is not the address of a push service; others are named in channels.push.services"
    )
  const { browser, os } = deviceOf(userAgent)
  const device = [browser, os].filter(Boolean).join(" · ") || null
  const endpoint = subscription
    ? { provider: WEB_PUSH, address: subscription.endpoint, keys: subscription.keys }
    : { provider: FCM, address: token ?? "", keys: null }
  await signUp(db, { channel: "push", profileId, visitor, device, ...endpoint }, proof)
}
