import { type Db, execute, query, queryOne } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type { SkipReason } from "../../../types/broadcast"
import type { MessageFacts } from "../../content/render/facts"
import { saveFacts } from "../message/facts"
import { readControlGroup } from "../policy/control-group"
import { LOCK_RUN } from "../sql/freeze"
import { CHUNK_OF_SLOT, GROW_RUN, insertMore, NEXT_SLOT } from "../sql/more-messages"
import type { LockedRun } from "./freeze"
import { judgement } from "./judgement"
import { atOnce } from "./plan"
import { skipReason } from "./states"

/**
 * Adds messages to a run that has no end, such as a step of a campaign: one for each person, those that may not be
 * written to as skipped with the reason. Part of the caller's transaction: either it counts as a whole or not at all.
 * @param facts - what each message can say beside its person
 * @returns why each person who gets none gets none
 */
export async function addMessages(
  trx: Db,
  runId: number,
  facts: Map<number, MessageFacts>,
  now: Date
): Promise<Map<number, SkipReason>> {
  const run = (await queryOne<LockedRun>(trx, LOCK_RUN, { run: runId }))!
  const { slot } = (await queryOne<{ slot: number }>(trx, NEXT_SLOT, { run: runId }))!
  const profiles = [...facts.keys()]
  const audience = {
    sql: `select unnest(:profiles::bigint[]) as profile_id`,
    params: { profiles },
  }
  const plan = { ...atOnce(now), control: await readControlGroup(trx) }
  const judged = judgement({ audience, exclude: null, plan, ...run })
  const key = { run: runId, run_at: run.started_at, slot }
  const added = await query<{ profile_id: number; reason: number | null }>(
    trx,
    insertMore(judged.sql),
    { ...judged.params, ...key, channel: run.channel }
  )
  await saveFacts(trx, { run: runId, content: run.content_id, pass: slot }, facts)
  await execute(trx, CHUNK_OF_SLOT, { ...key, profiles })
  await execute(trx, GROW_RUN, { run: runId, more: added.length })
  await wake(trx, "engage_deliver")
  return new Map(
    added.flatMap(({ profile_id, reason }) => {
      const name = skipReason(reason)
      return name ? [[profile_id, name] as const] : []
    })
  )
}
