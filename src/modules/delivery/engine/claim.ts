import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { Provider } from "../../../providers/provider"
import type { MessageFacts } from "../../content/render/facts"
import { loadRecipients, type Recipient } from "../../content/render/recipient"
import { loadRenderer, type Renderer } from "../../content/render/renderer"
import { channelBit } from "../../profile/consent/channel-bit"
import type { Run } from "../ledger/runs"
import { patternsOf } from "../limits/admit"
import { saveCopies } from "../message/copies"
import { factsInChunk } from "../message/facts"
import { asksForSalesChannel } from "../senders/choose"
import { SKIP_REACHED } from "../sql/cascade"
import { NEXT_TURN } from "../sql/chunk"
import { CLAIM, PASSES, RECOUNT, RECOVER, SKIP_INELIGIBLE, WAITING_PROFILES } from "../sql/engine"
import type { Chunk } from "./chunk"
import { burstOf, loadContentOf, obeyPolicy, putOffClosed, rangeOf, takeTurn } from "./prepare"

export type Claim = {
  chunk: Chunk
  run: Run
  renderer: Renderer
  people: Recipient[]
  /** The pass of each person's message; 0 for those that are not here. */
  passes: Map<number, number>
  /** What else each message says; empty when it says nothing else. */
  facts: Map<number, MessageFacts>
  /** How long those wait who are left because their destination takes nothing now; 0 when there may be others to send to. */
  heldMs: number
}

export type Lease = {
  worker: string
  leaseMs: number
  timeZone: string
  /** Name of the provider that the runs were made for; it is another one when a fallback sends. */
  runsOf: string
  /** Most people to be written to now. */
  most: number
  /** Destinations that take nothing now. */
  full: string[]
  fullWaitMs: number
  /** Whether it is kept what messages say of their people. */
  keepCopies: boolean
}

/** Leases a due chunk, skips who may not be written to any more, puts off whose day is over, and loads the others. */
export function claimChunk(db: Db, provider: Provider, lease: Lease): Promise<Claim | undefined> {
  return db.transaction(async (trx) => {
    const chunk = await queryOne<Chunk>(trx, CLAIM, {
      channel: provider.channel,
      provider: lease.runsOf,
      worker: lease.worker,
      lease_ms: lease.leaseMs,
    })
    if (!chunk || !(await takeTurn(trx, chunk))) return undefined
    const content = await loadContentOf(trx, chunk)
    const { run } = content
    const renderer = await loadRenderer(trx, run.content_id, lease.timeZone)
    const range = rangeOf(chunk)
    await execute(trx, SKIP_INELIGIBLE, {
      ...range,
      channel: run.channel,
      topic: run.topic,
      bit: channelBit(run.channel),
    })
    if (run.follows) await execute(trx, SKIP_REACHED, { ...range, follows: run.follows })
    await putOffClosed(trx, chunk, run, lease.timeZone)
    await obeyPolicy(trx, chunk, content, lease.timeZone)
    const waiting = {
      sql: WAITING_PROFILES,
      params: {
        ...range,
        channel: run.channel,
        full: patternsOf(lease.full),
        burst: Math.min(burstOf(chunk), lease.most),
      },
    }
    const people = await loadRecipients(trx, waiting, {
      ...renderer,
      salesChannel: asksForSalesChannel(run.sender),
    })
    const rows = await query<{ profile_id: number; pass: number }>(trx, PASSES, range)
    const passes = new Map(rows.map(({ profile_id, pass }) => [profile_id, pass]))
    if (lease.keepCopies) await saveCopies(trx, { run: run.id, renderer, people, passes })
    if (chunk.per_minute) {
      await execute(trx, NEXT_TURN, { run: chunk.run_id, messages: people.length })
    }
    return {
      chunk,
      run,
      renderer,
      people,
      facts: renderer.facts ? await factsInChunk(trx, range) : new Map<number, MessageFacts>(),
      passes,
      heldMs: lease.full.length && !people.length ? lease.fullWaitMs : 0,
    }
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
