import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Provider } from "../../../providers/provider"
import { loadRecipients, type Recipient } from "../../content/render/recipient"
import { loadRenderer, type Renderer } from "../../content/render/renderer"
import { channelBit } from "../../profile/consent/channel-bit"
import { loadRun, type Run } from "../ledger/runs"
import { CLAIM, RECOUNT, RECOVER, SKIP_INELIGIBLE, WAITING_PROFILES } from "../sql/engine"

/** A chunk that this worker holds until its lease ends or its epoch is passed. */
export type Chunk = {
  id: number
  run_id: number
  run_at: Date
  first_profile: number
  last_profile: number
  size: number
  /** Counts the holders; a write under an older epoch is refused. */
  epoch: number
  /** How often it was handed back because recipients were put off. */
  attempts: number
}

export type Claim = { chunk: Chunk; run: Run; renderer: Renderer; people: Recipient[] }

/** Leases a due chunk, skips who may not be written to any more, and loads the others. */
export function claimChunk(
  db: Db,
  provider: Provider,
  lease: { worker: string; leaseMs: number; timeZone: string }
): Promise<Claim | undefined> {
  return db.transaction(async (trx) => {
    const chunk = await queryOne<Chunk>(trx, CLAIM, {
      channel: provider.channel,
      provider: provider.name,
      worker: lease.worker,
      lease_ms: lease.leaseMs,
    })
    if (!chunk) return undefined
    const run = await loadRun(trx, chunk.run_id)
    const renderer = await loadRenderer(trx, run.content_id, lease.timeZone)
    const range = {
      run_id: chunk.run_id,
      run_at: chunk.run_at,
      first_profile: chunk.first_profile,
      last_profile: chunk.last_profile,
    }
    await execute(trx, SKIP_INELIGIBLE, {
      ...range,
      channel: run.channel,
      topic: run.topic,
      bit: channelBit(run.channel),
    })
    const waiting = { sql: WAITING_PROFILES, params: range }
    const people = await loadRecipients(trx, waiting, renderer)
    return { chunk, run, renderer, people }
  })
}

/**
 * Takes over what workers held that are gone (their lease is over).
 * @param idempotent - names of providers that know a message they have had before
 * @returns how many chunks were taken over
 */
export async function recoverChunks(db: Db, idempotent: string[]): Promise<number> {
  return db.transaction(async (trx) => {
    const recovered = await query<{ id: number }>(trx, RECOVER, { idempotent })
    if (recovered.length) await execute(trx, RECOUNT, { ids: recovered.map((c) => c.id) })
    return recovered.length
  })
}
