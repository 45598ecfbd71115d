import { type Db, execute } from "../../../lib/db"
import type { MessageKey } from "../message/token"
import { RECORD_EVENT } from "../sql/tracking"
import type { Verdict } from "./verdict"

/** What a person, or something else, does with a message. */
export type MessageEventKind = "opened" | "clicked" | "unsubscribed" | "dismissed"

/** Writes one event of a message. Only what a person did counts as the message's open or click. */
export async function recordEvent(
  db: Db,
  key: MessageKey,
  event: { kind: MessageEventKind; verdict: Verdict; link?: number; now: Date }
): Promise<void> {
  await execute(db, RECORD_EVENT, {
    run: key.runId,
    profile: key.profileId,
    pass: key.pass,
    kind: event.kind,
    verdict: event.verdict,
    link: event.link ?? null,
    human: event.verdict === "human" && (event.kind === "opened" || event.kind === "clicked"),
    now: event.now,
  })
}
