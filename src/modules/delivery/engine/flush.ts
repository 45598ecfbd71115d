import { type Db, queryOne } from "../../../lib/db"
import type { Provider, SendResult } from "../../../providers/provider"
import { FAILURE, SKIP, STATE } from "../ledger/states"
import { anyWanted, type NewsKind } from "../../profile/news/news"
import { FLUSH, FLUSH_AND_TELL } from "../sql/engine"
import type { Chunk } from "./chunk"

const TOLD: NewsKind[] = ["message.sent", "message.failed", "message.delivered"]

/** An end of a message, to be written to the ledger. Deferred messages have none: they go on waiting. */
export type Ending = {
  profileId: number
  result: Exclude<SendResult, { state: "deferred" }> | { state: "skipped"; error: string }
  /** What it costs, in thousandths of a minor unit, if the provider took it and a price is known. */
  cost?: number | null
}

export type FlushInput = {
  chunk: Chunk
  provider: Provider
  leaseMs: number
  endings: Ending[]
  /** Messages that the provider has and has not answered for. */
  stillOpen: number[]
  /** Messages about to be handed to the provider. */
  opening: number[]
}

/**
 * Makes intents and results durable in one statement, and renews the lease.
 * @returns whether the chunk was halted, or `undefined` when the lease is lost and nothing was written
 */
export async function flush(db: Db, input: FlushInput): Promise<{ halted: boolean } | undefined> {
  const { chunk, provider, endings } = input
  const statement = (await anyWanted(db, TOLD)) ? FLUSH_AND_TELL : FLUSH
  return queryOne<{ halted: boolean }>(db, statement, {
    id: chunk.id,
    run_id: chunk.run_id,
    run_at: chunk.run_at,
    slot: chunk.slot,
    epoch: chunk.epoch,
    lease_ms: input.leaseMs,
    still_open: input.stillOpen,
    open: [...input.stillOpen, ...input.opening],
    delivers: provider.capabilities.reportsDelivery,
    channel: provider.channel,
    profiles: endings.map((e) => e.profileId),
    states: endings.map((e) => STATE[e.result.state]),
    reasons: endings.map((e) => reasonOf(e.result)),
    provider_ids: endings.map((e) => (e.result.state === "accepted" ? e.result.providerId : null)),
    errors: endings.map((e) => (e.result.state === "accepted" ? null : e.result.error)),
    costs: endings.map((e) => e.cost ?? null),
  })
}

function reasonOf(result: Ending["result"]): number | null {
  if (result.state === "failed") return FAILURE[result.class]
  return result.state === "skipped" ? SKIP.render_error : null
}
