import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute } from "../../../lib/db"
import type { Channel } from "../../../types/common"
import { FORGET_SOFT_BOUNCES, RECORD_BOUNCES } from "./sql/bounce"

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
 * Notes that messages did not arrive at the addresses the people have now, and has the addresses judged anew.
 * @returns whether any was noted: not for somebody who has no such address any more
 * @throws MedusaError `invalid_data` for a channel that needs neither e-mail address nor phone number
 */
export async function recordBounces(db: Db, bounces: BounceReport[]): Promise<boolean> {
  for (const { channel } of bounces) assertAddressed(channel)
  if (!bounces.length) return false
  const noted = await execute(db, RECORD_BOUNCES, {
    profiles: bounces.map(({ profileId }) => profileId),
    channels: bounces.map(({ channel }) => channel),
    kinds: bounces.map(({ kind }) => kind),
    reasons: bounces.map(({ reason }) => reason),
    times: bounces.map(({ at }) => at),
  })
  return noted > 0
}

/** Whether messages on a channel go to an address that could be invalid. */
export function isAddressed(channel: Channel): boolean {
  return channel === "email" || BY_PHONE.includes(channel)
}

function assertAddressed(channel: Channel): void {
  if (isAddressed(channel)) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `channel: ${channel} goes to no address that could be invalid; report only email, ${BY_PHONE.join(", ")}`
  )
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
