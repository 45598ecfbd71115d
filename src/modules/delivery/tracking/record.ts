import { type Db, queryOne } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import { recordDelivered } from "../../profile/quality/bounce"
import type { MessageKey } from "../message/token"
import { RECORD_EVENT } from "../sql/tracking"
import type { Verdict } from "./verdict"

/** What a person, or something else, does with a message. */
export type MessageEventKind = "opened" | "clicked" | "unsubscribed" | "dismissed"

/**
 * Writes one event of a message. Only what a person did counts as the message's open or click, and shows that messages
 * arrive: what came back for now no longer counts against the address.
 */
export async function recordEvent(
  db: Db,
  key: MessageKey,
  event: { kind: MessageEventKind; verdict: Verdict; link?: number; now: Date }
): Promise<void> {
  const { profileId } = key
  const bouncing = await queryOne<{ channel: string }>(db, RECORD_EVENT, {
    run: key.runId,
    profile: profileId,
    pass: key.pass,
    kind: event.kind,
    verdict: event.verdict,
    link: event.link ?? null,
    human: event.verdict === "human" && (event.kind === "opened" || event.kind === "clicked"),
    now: event.now,
  })
  if (!bouncing) return
  const { channel } = bouncing
  if (await recordDelivered(db, [{ profileId, channel, at: event.now }]))
    await wake(db, "engage_sync")
}
