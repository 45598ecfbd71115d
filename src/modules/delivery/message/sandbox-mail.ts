import { type Db, execute } from "../../../lib/db"
import { joinPieces } from "../../../lib/pieces"
import { mailHeaders } from "../../../providers/mime/headers"
import type { OutgoingMessage } from "../../../providers/provider"
import type { Channel } from "../../../types/common"
import { STORE_MAIL } from "../sql/sandbox"

/** Stores messages as they would have arrived; those stored before are left as they are. */
export async function storeCopies(
  db: Db,
  channel: Channel,
  messages: OutgoingMessage[]
): Promise<void> {
  await execute(db, STORE_MAIL, {
    ats: messages.map((m) => m.date),
    runs: messages.map((m) => m.runId),
    profiles: messages.map((m) => m.profileId),
    passes: messages.map((m) => m.pass),
    recipients: messages.map((m) => m.to),
    headers: messages.map((m) => JSON.stringify(headersOf(channel, m))),
    subjects: messages.map((m) => m.subject),
    htmls: messages.map((m) => joinPieces(m.html)),
    texts: messages.map((m) => joinPieces(m.text)),
    cards: messages.map((m) => m.card && JSON.stringify(m.card)),
  })
}

/** The headers a message would travel with; only e-mail has any. */
export function headersOf(channel: Channel, message: OutgoingMessage): Record<string, string> {
  return channel === "email" ? Object.fromEntries(mailHeaders(message)) : {}
}
