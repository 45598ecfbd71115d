import type { Logger } from "@medusajs/framework/types"
import { randomUUID } from "node:crypto"
import { setTimeout as delay } from "node:timers/promises"
import type { Db } from "../../../lib/db"
import { noteFailure } from "../../../lib/failures"
import type { EngageOptions } from "../../../lib/options"
import { publicIds } from "../../../lib/public-id"
import type { Provider } from "../../../providers/provider"
import { readSettings } from "../../profile/sync/settings"
import { costOf, loadPrices } from "../cost/prices"
import { completeRuns } from "../ledger/complete"
import { type Account, accountOf } from "../limits/account"
import { Allowance } from "../limits/allowance"
import { LostAttachment } from "../message/attachments"
import { composeMessage, shopScope } from "../message/compose"
import { brakeRuns } from "../policy/brake"
import { type Claim, claimChunk, recoverChunks } from "./claim"
import { ChunkSender } from "./chunk-sender"
import { Gate } from "./gate"
import { readAttachments } from "./read-attachments"
import { Slots } from "./slots"

const LEASE_MS = 20_000
const LONGEST_SLEEP_MS = 1_000
/** More than a chunk holds. */
const MOST_AT_ONCE = 1_000_000

export type DelivererInput = {
  db: Db
  logger: Logger
  options: EngageOptions
  provider: Provider
  /** What all workers know of the provider's account; default: that of this provider. */
  account?: Account
  /** Names of all providers that know a message they have had before; default: this one, if it does. */
  idempotent?: string[]
  /** How long a chunk is held without a sign of life, in ms. */
  leaseMs?: number
}

/** The deliver engine of one process: sends what is due through one provider. */
export class Deliverer {
  private readonly worker = randomUUID()
  private readonly leaseMs: number
  private readonly account: Account
  private readonly slots: Slots
  private readonly gate: Gate
  private readonly senders = new Map<ChunkSender, Promise<void>>()
  private latest?: ChunkSender
  private lookedAt = -Infinity

  constructor(private readonly input: DelivererInput) {
    this.leaseMs = input.leaseMs ?? LEASE_MS
    const { db, logger, options, provider } = input
    const { timeZone } = options
    const holdMs = this.leaseMs * 1.5
    this.account = input.account ?? accountOf(provider, { db, logger, timeZone, holdMs })
    this.slots = new Slots(provider.capabilities.concurrency)
    this.gate = new Gate(this.account.breaker, () => this.slots.narrow())
  }

  /**
   * Claims one chunk and starts it as soon as the one before has handed out its last message, so that the provider is
   * never idle between two. True when there may be more at once.
   */
  async step(signal: AbortSignal): Promise<boolean> {
    await this.lookAfter()
    const { permits, breaker, standsInFor } = this.account
    if (standsInFor && !(await standsInFor.breaker.isDown())) return false
    const turn = await breaker.turn()
    const wait = Math.max(turn.waitMs, this.gate.waitMs())
    if (wait) return this.sleep(wait, signal)
    const place = await permits.place()
    if (!place.left) return this.sleep(place.waitMs, signal)
    const { db, provider, options } = this.input
    const claim = await claimChunk(db, provider, {
      worker: this.worker,
      leaseMs: this.leaseMs,
      timeZone: options.timeZone,
      runsOf: (standsInFor?.provider ?? provider).name,
      most: Math.min(place.left, turn.probing ? provider.capabilities.batchSize : MOST_AT_ONCE),
      full: place.full,
      fullWaitMs: place.fullWaitMs,
      keepCopies: options.keepCopies,
    })
    if (turn.probing && claim?.people.length) this.slots.narrow(1)
    else if (turn.probing) await breaker.leaveProbe()
    if (!claim) {
      await completeRuns(db, new Date())
      return false
    }
    await this.latest?.handedOut
    await this.start(claim, signal)
    return true
  }

  /** Waits until everything open is answered and written, and the chunks are handed back. Call after the last step. */
  async drain(): Promise<void> {
    for (const sender of this.senders.keys()) sender.stop()
    await Promise.all(this.senders.values())
    await this.input.provider.close()
  }

  private async start(claim: Claim, signal: AbortSignal): Promise<void> {
    const { db, logger, provider, options } = this.input
    const { currency } = await readSettings(db, options)
    const prices = await loadPrices(db, this.account.name)
    const attachments = await readAttachments(db, claim, new Date())
    if (!attachments) return
    const lost = attachments instanceof LostAttachment
    const context = {
      ids: await publicIds(db),
      renderer: claim.renderer,
      publicUrl: options.publicUrl,
      shop: shopScope(options, claim.run.sender, currency),
      attachments: lost ? [] : attachments,
      run: claim.run,
    }
    const sender = new ChunkSender(
      {
        db,
        logger,
        provider,
        slots: this.slots,
        gate: this.gate,
        allowance: new Allowance(
          this.account.permits,
          `${claim.chunk.id} ${claim.chunk.epoch}`,
          logger
        ),
        leaseMs: this.leaseMs,
        compose: (person) => {
          if (lost) throw attachments
          const { profile_id: id } = person
          const facts = claim.facts.get(id)
          return composeMessage(context, person, new Date(), claim.passes.get(id), facts)
        },
        costOf: (message) => costOf(provider.channel, prices, message),
      },
      claim
    )
    const stop = () => sender.stop()
    signal.addEventListener("abort", stop)
    if (signal.aborted) stop()
    const ended = sender
      .run()
      .catch((error) => {
        logger.error(`engage deliver: ${(error as Error).stack ?? error}`)
        return noteFailure(db, "deliver", error, new Date())
      })
      .finally(() => {
        signal.removeEventListener("abort", stop)
        this.senders.delete(sender)
      })
    this.senders.set(sender, ended)
    this.latest = sender
  }

  /** From time to time: takes over what a dead worker left, and stops what goes wrong. */
  private async lookAfter(): Promise<void> {
    if (Date.now() - this.lookedAt < this.leaseMs / 4) return
    this.lookedAt = Date.now()
    const { db, provider } = this.input
    const own = provider.capabilities.idempotent ? [provider.name] : []
    await recoverChunks(db, this.input.idempotent ?? own)
    await brakeRuns(db, provider.name, new Date())
    await this.account.permits.sweep()
  }

  private async sleep(ms: number, signal: AbortSignal): Promise<boolean> {
    await delay(Math.min(ms, LONGEST_SLEEP_MS), undefined, { signal }).catch(() => undefined)
    return true
  }
}
