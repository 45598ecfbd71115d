import { type Db, execute, queryOne } from "../../../lib/db"
import type { MessageFacts } from "../../content/render/facts"
import type { Recipient } from "../../content/render/recipient"
import type { Renderer } from "../../content/render/renderer"
import { recipientFrom, type Said, saidOf } from "../../content/render/said"
import { INSERT_COPIES, LATEST_COPY } from "../sql/copies"
import type { MessageKey } from "./token"

type CopiedMessages = {
  run: number
  renderer: Renderer
  people: Recipient[]
  /** The pass of each person's message; 0 for those that are not here. */
  passes?: Map<number, number>
  /** Of single messages, whose facts stand nowhere else. */
  facts?: MessageFacts
}

/**
 * Keeps what some messages say of their people, before they are sent: with the content that was frozen that is the exact
 * copy of each. A message that is put off is kept again with what it says then.
 */
export async function saveCopies(
  db: Db,
  { run, renderer, people, passes, facts }: CopiedMessages
): Promise<void> {
  if (!people.length) return
  await execute(db, INSERT_COPIES, {
    run,
    profiles: people.map(({ profile_id }) => profile_id),
    passes: people.map(({ profile_id }) => passes?.get(profile_id) ?? 0),
    people: people.map((person) => JSON.stringify(saidOf(person, renderer.says))),
    facts: facts ? JSON.stringify(facts) : null,
  })
}

/** The person and the facts that a message was made with; `undefined` where they were not kept. */
export async function copyOf(
  db: Db,
  { runId, profileId, pass }: MessageKey
): Promise<{ person: Recipient; facts: MessageFacts | null } | undefined> {
  const key = { run: runId, profile: profileId, pass }
  const row = await queryOne<{ person: Said; facts: MessageFacts | null }>(db, LATEST_COPY, key)
  return row && { person: recipientFrom(profileId, row.person), facts: row.facts }
}
