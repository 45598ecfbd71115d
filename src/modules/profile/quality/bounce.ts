import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import type { Channel } from "../../../types/common"
import { FORGET_SOFT_BOUNCES, RECORD_BOUNCE } from "./sql/bounce"

/** A message that did not arrive; `at` is when it came back. */
export type BounceReport = {
  profileId: number
  channel: Channel
  kind: "hard" | "soft"
  /** What the mail server or the carrier said. */
  reason: string
  at: Date
}

/** Channels that go to the phone number; e-mail goes to the address, and the others to neither. */
const BY_PHONE: Channel[] = ["sms", "viber", "whatsapp", "voice", "call"]

/**
 * Notes that a message did not arrive at the address the person has now, and has the address judged anew.
 * @returns whether it was noted: not for somebody who has no such address any more
 * @throws MedusaError `invalid_data` for a channel that needs neither e-mail address nor phone number
 */
export async function recordBounce(db: Db, bounce: BounceReport): Promise<boolean> {
  const { profileId: profile, channel, kind, reason, at } = bounce
  if (channel !== "email" && !BY_PHONE.includes(channel))
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `channel: ${channel} goes to no address that could be invalid; report only email, ${BY_PHONE.join(", ")}`
    )
  const noted = await queryOne(db, RECORD_BOUNCE, { profile, channel, kind, reason, at })
  return noted !== undefined
}

/**
 * Notes that messages arrived, at `at`: soft bounces from before no longer count against the address.
 * @returns whether there were any
 */
export async function recordDelivered(
  db: Db,
  delivered: { profileId: number; channel: string; at: Date }[]
): Promise<boolean> {
  if (!delivered.length) return false
  const cleared = await execute(db, FORGET_SOFT_BOUNCES, {
    profiles: delivered.map(({ profileId }) => profileId),
    channels: delivered.map(({ channel }) => channel),
    times: delivered.map(({ at }) => at),
  })
  return cleared > 0
}
