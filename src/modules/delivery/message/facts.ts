import { type Db, execute, query, queryOne } from "../../../lib/db"
import { type MessageFacts, NO_FACTS, saysFacts } from "../../content/render/facts"
import { sourceOf } from "../../content/publish/frozen"
import { loadContent } from "../../content/render/renderer"
import { FACTS_IN_CHUNK, FACTS_OF_MESSAGE, INSERT_FACTS } from "../sql/facts"
import type { MessageKey } from "./token"

/** What is known of each person's message, in the caller's transaction; nothing is kept for messages that do not say it. */
export async function saveFacts(
  trx: Db,
  { run, content, pass }: { run: number; content: number; pass: number },
  facts: Map<number, MessageFacts>
): Promise<void> {
  if (!saysFacts(sourceOf(await loadContent(trx, content)))) return
  await execute(trx, INSERT_FACTS, {
    run,
    pass,
    profiles: [...facts.keys()],
    facts: [...facts.values()].map((one) => JSON.stringify(one)),
  })
}

/** What is known of the messages of a leased chunk, by profile. */
export async function factsInChunk(
  db: Db,
  range: Record<string, unknown>
): Promise<Map<number, MessageFacts>> {
  const rows = await query<{ profile_id: number; facts: MessageFacts }>(db, FACTS_IN_CHUNK, range)
  return new Map(rows.map(({ profile_id, facts }) => [profile_id, facts]))
}

/** What is known of one message. */
export async function factsOf(
  db: Db,
  { runId, profileId, pass }: MessageKey
): Promise<MessageFacts> {
  const key = { run: runId, profile: profileId, pass }
  const row = await queryOne<{ facts: MessageFacts }>(db, FACTS_OF_MESSAGE, key)
  return row?.facts ?? NO_FACTS
}
