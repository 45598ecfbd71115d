/** A sent broadcast, and what can come back about its messages. */
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { publicIds } from "../src/lib/public-id"
import { STATE } from "../src/modules/delivery/ledger/states"
import { messageToken } from "../src/modules/delivery/message/token"
import { SENDGRID, sendgridWebhook } from "../src/providers/__tests__/contracts/sendgrid"
import { connect, createDatabase, freeze, seedPeople } from "./broadcast-setup"

export { connect, createDatabase }
export const PUBLIC_KEY = SENDGRID.publicKey

/** @returns the tokens of the messages */
export async function sentBroadcast(db: Knex, messages: number): Promise<string[]> {
  await seedPeople(db, messages)
  const { runId } = await freeze(db, messages, "sendgrid")
  await db.raw(`update engage_message set state = ?, sent_at = now() where run_id = ?`, [
    STATE.accepted,
    runId,
  ])
  await db.raw(`update engage_chunk set done = true`)
  await db.raw(`update engage_run set status = 'completed', finished_at = now()`)
  await db.raw(`vacuum analyze engage_message`)
  const ids = await publicIds(db)
  return Array.from({ length: messages }, (_, i) =>
    messageToken(ids, { runId, profileId: i + 1, pass: 0 })
  )
}

/** A signed call of SendGrid that tells of these messages: most arrived, one of fifty came back for now. */
export function reportCall(tokens: string[]) {
  const now = new Date()
  const timestamp = Math.floor(now.getTime() / 1000)
  const events = tokens.map((engage, i) => ({
    email: `person${i}@shop.example`,
    timestamp,
    event: i % 50 ? "delivered" : "deferred",
    response: "250 2.0.0 OK",
    sg_event_id: `${engage}-${i}`,
    engage,
  }))
  const { body, headers } = sendgridWebhook(events, now)
  return { body, headers: { ...headers, "content-type": "application/json" } }
}
