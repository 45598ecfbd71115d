import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { publicIds } from "../../../lib/public-id"
import { type VapidKeys, vapidKeys } from "../../../lib/vapid"

/**
 * The shop's own keys for push services. They come out of the secret that its links are sealed with: they are there from
 * the start, the same in every process, and nothing more is kept secret than before.
 */
export async function ownVapidKeys(db: Db): Promise<VapidKeys> {
  return vapidKeys((await publicIds(db)).seed("vapid"))
}

/** The key that browsers sign up with, or `null` when the shop sends no web push. */
export async function pushPublicKey(db: Db, { channels }: EngageOptions): Promise<string | null> {
  const { push } = channels
  if (push.provider === "fcm") return null
  const given = push.provider === "web-push" ? push.keys : undefined
  return (given ?? (await ownVapidKeys(db))).publicKey
}
