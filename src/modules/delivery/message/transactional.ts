import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { ADDRESS_OF, LOCK_KEY, SENT_BY_KEY } from "../sql/transactional"
import type { SingleMessage, TestResult } from "./test-message"
import { messageId } from "./token"

/** A mail that somebody needs, whether they want news or not: a receipt, a ticket, a password. */
export type TransactionalMessage = {
  /** Of the occasion: the same key is sent once, however often it is asked for. */
  key: string
  title: string
  contentId: number
  profileId: number
  /** What the template says as `{{ trigger.… }}`. */
  data: Record<string, unknown>
  now: Date
}

/** `skipped`: the address is on the list of those that no mail goes to. */
export type TransactionalResult = TestResult | { message_id: null; state: "skipped"; error: string }

type Sent = {
  run_id: number
  profile_id: number
  pass: number
  accepted: boolean
  error: string | null
}

/**
 * Sends a transactional mail at once. Consent and the contact policy do not hold it back; a dead address or a complaint does.
 * @param send - hands a single message to the provider
 * @throws MedusaError `not_found` for an unknown profile, `invalid_data` when it has no e-mail
 */
export async function sendTransactional(
  db: Db,
  { key, title, contentId, profileId, data, now }: TransactionalMessage,
  send: (message: Omit<SingleMessage, "sender" | "isTest">) => Promise<TestResult>
): Promise<TransactionalResult> {
  return db.transaction(async (trx) => {
    await execute(trx, LOCK_KEY, { key })
    const sent = await queryOne<Sent>(trx, SENT_BY_KEY, { key })
    if (sent) return resultOf(db, sent)
    const person = await queryOne<{ email: string | null; reason: string | null }>(
      trx,
      ADDRESS_OF,
      { profile: profileId }
    )
    if (!person) throw new MedusaError(MedusaError.Types.NOT_FOUND, "The profile was not found")
    if (!person.email)
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "The profile has no e-mail address")
    if (person.reason) return { message_id: null, state: "skipped", error: person.reason }
    return send({
      kind: "transactional",
      ref: key,
      ...{ title, contentId, profileId, now },
      topic: null,
      to: person.email,
      facts: { promo_code: null, promo_ends_at: null, trigger: data, cart_token: null },
    })
  })
}

async function resultOf(db: Db, sent: Sent): Promise<TransactionalResult> {
  const { run_id: runId, profile_id: profileId, pass, accepted, error } = sent
  const message_id = messageId(await publicIds(db), { runId, profileId, pass })
  return { message_id, state: accepted ? "accepted" : "failed", error }
}
