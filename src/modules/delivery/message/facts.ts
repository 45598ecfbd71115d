import { type Db, execute, query } from "../../../lib/db"
import { type MessageFacts, NO_FACTS, saysFacts } from "../../content/render/facts"
import { sourceOf } from "../../content/publish/frozen"
import { loadContent } from "../../content/render/renderer"
import { FACTS_IN_CHUNK, FACTS_OF_MESSAGES, INSERT_FACTS } from "../sql/facts"
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

/** What is known of some messages, in their order. */
export async function factsOf(db: Db, keys: MessageKey[]): Promise<MessageFacts[]> {
  const rows = await query<{ no: number; facts: MessageFacts }>(db, FACTS_OF_MESSAGES, {
    runs: keys.map(({ runId }) => runId),
    profiles: keys.map(({ profileId }) => profileId),
    passes: keys.map(({ pass }) => pass),
  })
  const found = new Map(rows.map(({ no, facts }) => [no, facts]))
  return keys.map((_, i) => found.get(i + 1) ?? NO_FACTS)
}
