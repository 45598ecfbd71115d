import { type Db, query } from "../../../lib/db"
import { onePer, Together } from "../../../lib/together"
import { wake } from "../../../lib/wake"
import { recordDelivered } from "../../profile/quality/bounce"
import type { MessageKey } from "../message/token"
import { RECORD_EVENTS } from "../sql/tracking"
import type { Verdict } from "./verdict"

/** What a person, or something else, does with a message. */
export type MessageEventKind = "opened" | "clicked" | "unsubscribed" | "dismissed"

type MessageEvent = { kind: MessageEventKind; verdict: Verdict; link?: number; now: Date }
type KeyedEvent = MessageEvent & { key: MessageKey }

/**
 * Writes one event of a message; it is committed when the promise resolves. Only what a person did counts as the message's
 * open or click, and shows that messages arrive: what came back for now no longer counts against the address.
 */
export async function recordEvent(db: Db, key: MessageKey, event: MessageEvent): Promise<void> {
  await writerOf(db).do({ key, ...event })
}

const writerOf = onePer((db: Db) => new Together((events: KeyedEvent[]) => write(db, events)))

async function write(db: Db, events: KeyedEvent[]): Promise<void[]> {
  const bouncing = await query<{ profileId: number; channel: string; at: Date }>(
    db,
    RECORD_EVENTS,
    {
      runs: events.map(({ key }) => key.runId),
      profiles: events.map(({ key }) => key.profileId),
      passes: events.map(({ key }) => key.pass),
      kinds: events.map(({ kind }) => kind),
      verdicts: events.map(({ verdict }) => verdict),
      links: events.map(({ link }) => link ?? null),
      humans: events.map(isOfPerson),
      times: events.map(({ now }) => now),
    }
  )
  if (await recordDelivered(db, bouncing)) await wake(db, "engage_sync")
  return events.map(() => undefined)
}

function isOfPerson({ verdict, kind }: KeyedEvent): boolean {
  return verdict === "human" && (kind === "opened" || kind === "clicked")
}
