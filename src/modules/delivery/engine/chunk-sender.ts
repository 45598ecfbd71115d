import type { Logger } from "@medusajs/framework/types"
import { setTimeout as delay } from "node:timers/promises"
import { type Db, execute } from "../../../lib/db"
import type { OutgoingMessage, Provider, SendResult } from "../../../providers/provider"
import type { Recipient } from "../../content/render/recipient"
import { completeRuns } from "../ledger/complete"
import { pauseHopeless } from "../ledger/hopeless"
import type { Allowance } from "../limits/allowance"
import { NOTE_ERROR, RELEASE } from "../sql/engine"
import type { Claim } from "./claim"
import { flush, type Ending } from "./flush"
import type { Gate } from "./gate"
import { Queue } from "./queue"
import type { Slots } from "./slots"

/** A recipient who was put off this often is given up; the pauses between add up to about six hours. */
const MAX_DEFERRALS = 12
const FIRST_DEFERRAL_MS = 30_000
const LONGEST_DEFERRAL_MS = 3_600_000
const FLUSH_RETRY_MS = 200
const GATHER_MS = 2
const MAX_GATHERS = 3

export type SenderDeps = {
  db: Db
  logger: Logger
  provider: Provider
  slots: Slots
  gate: Gate
  /** What of the account's limits the chunk may use. */
  allowance: Allowance
  leaseMs: number
  /** Makes a person's message; throws when the template fails for that person. */
  compose: (person: Recipient) => OutgoingMessage
  /** What a message costs, in thousandths of a minor unit; null when no price is known. */
  costOf: (message: OutgoingMessage) => number | null
}

type Call = { messages: OutgoingMessage[] }

/**
 * Sends one chunk. Before a call is opened its intent is in the database; after it was answered the result is, and only
 * then is its slot free again. So at most the open calls are unknown after a crash, whatever the moment.
 */
export class ChunkSender {
  /** Resolves when the last message has been handed to the provider, or none will be any more. */
  readonly handedOut: Promise<void>
  private markHandedOut!: () => void
  private readonly queue: Queue
  private stopping = false
  private lost = false
  private renewDue = false
  private deferred = 0
  private lastError?: string
  private endings: Ending[] = []
  private answered = 0
  private readonly inFlight = new Set<Call>()
  private signalled = false
  private wakeUp = () => {}

  constructor(
    private readonly deps: SenderDeps,
    private readonly claim: Claim
  ) {
    this.handedOut = new Promise((resolve) => (this.markHandedOut = resolve))
    const { allowance, compose } = deps
    const onFailure = (profileId: number, error: string) =>
      this.end(profileId, { state: "skipped", error })
    this.queue = new Queue({ allowance, compose, onFailure }, claim)
  }

  /** Opens nothing more; what is open is waited for, and the rest of the chunk handed back. */
  stop(): void {
    this.stopping = true
    this.signal()
  }

  /** Sends until the chunk is done, stopped, halted or lost to another worker. */
  async run(): Promise<void> {
    const stopListening = this.deps.slots.onFree(() => this.signal())
    const renewal = setInterval(() => {
      this.renewDue = true
      this.signal()
    }, this.deps.leaseMs / 3)
    try {
      while (!this.lost && (await this.turn()));
      if (!this.lost) await this.release()
    } finally {
      // Answers that come from here on find nobody who writes them: their slots are all that matters.
      this.lost = true
      for (; this.answered; this.answered--) this.deps.slots.release()
      clearInterval(renewal)
      stopListening()
      this.markHandedOut()
    }
  }

  /** One group commit; false when nothing is left to do. */
  private async turn(): Promise<boolean> {
    this.signalled = false
    await this.gather()
    const spare = this.answered
    this.answered = 0
    const { calls, unused } = await this.takeCalls(spare)
    if (calls.length || this.endings.length || spare || this.renewDue) {
      await this.commit(calls)
      for (let i = 0; i < unused; i++) this.deps.slots.release()
      return true
    }
    for (let i = 0; i < unused; i++) this.deps.slots.release()
    if (this.exhausted && !this.inFlight.size) return false
    if (!this.signalled) await new Promise<void>((resolve) => (this.wakeUp = resolve))
    return true
  }

  private signal(): void {
    this.signalled = true
    this.wakeUp()
  }

  /** Files would make a call of many messages too large, and some services take them only with one. */
  private get batchSize(): number {
    return this.claim.renderer.content.attachments.length
      ? 1
      : this.deps.provider.capabilities.batchSize
  }

  private get exhausted(): boolean {
    return this.stopping || !this.queue.left
  }

  /** Answers come singly; a moment's wait puts more of them into one commit. */
  private async gather(): Promise<void> {
    const { concurrency } = this.deps.provider.capabilities
    for (let waited = 0; waited < MAX_GATHERS; waited++) {
      const few = this.answered > 0 && this.answered < concurrency / 2
      if (!few || !this.inFlight.size || this.stopping) return
      await delay(GATHER_MS)
    }
  }

  /**
   * As many calls as there are free slots and permits for, rendered. The slots of calls that are answered, and whose results
   * stand in the same commit as the new intents, count as free.
   */
  private async takeCalls(spare: number): Promise<{ calls: Call[]; unused: number }> {
    const { gate, slots } = this.deps
    const { batchSize } = this
    if (gate.waitMs()) this.stopping = true
    const wanted = this.exhausted ? 0 : Math.ceil(this.queue.left / batchSize)
    const usable = Math.min(slots.usable(spare), wanted)
    let taken = 0
    while (usable + taken < wanted && slots.take()) taken++
    const { messages, full } = await this.queue.take((usable + taken) * batchSize)
    if (full) this.stopping = true
    if (this.exhausted) this.markHandedOut()
    const calls: Call[] = []
    for (let i = 0; i < messages.length; i += batchSize)
      calls.push({ messages: messages.slice(i, i + batchSize) })
    return { calls, unused: spare + taken - calls.length }
  }

  private async commit(calls: Call[]): Promise<void> {
    const endings = this.endings
    this.endings = []
    const renewed = this.renewDue
    this.renewDue = false
    const state = await this.flushUntilKnown(endings, calls)
    if (state) await this.deps.allowance.settle(renewed)
    if (!state || state.halted) {
      this.lost = !state
      this.stopping = true
      for (const _ of calls) this.deps.slots.release()
      return
    }
    for (const call of calls) void this.open(call)
  }

  /** A commit whose answer got lost is repeated: the same statement writes nothing twice. */
  private async flushUntilKnown(endings: Ending[], calls: Call[]) {
    const { db, logger, provider, leaseMs } = this.deps
    const input = {
      chunk: this.claim.chunk,
      provider,
      leaseMs,
      endings,
      stillOpen: [...this.inFlight].flatMap(profiles),
      opening: calls.flatMap(profiles),
    }
    for (const start = Date.now(); ;) {
      try {
        return await flush(db, input)
      } catch (error) {
        logger.warn(`engage deliver: cannot write results: ${(error as Error).message}`)
        if (Date.now() - start > leaseMs) return undefined
        await delay(FLUSH_RETRY_MS)
      }
    }
  }

  private async open(call: Call): Promise<void> {
    this.inFlight.add(call)
    const results = await this.callProvider(call.messages)
    this.inFlight.delete(call)
    if (this.lost) return this.deps.slots.release()
    call.messages.forEach((message, i) => this.answer(message, results[i]))
    this.deps.allowance.answer(call.messages.map(({ to }) => to))
    this.answered += 1
    this.signal()
  }

  private async callProvider(messages: OutgoingMessage[]): Promise<SendResult[]> {
    try {
      return await this.deps.provider.sendBatch(messages)
    } catch (error) {
      // A provider that throws says nothing about what it did with the messages.
      const text = (error as Error).message
      return messages.map(() => ({ state: "uncertain", error: text }))
    }
  }

  private answer(message: OutgoingMessage, result: SendResult): void {
    const { gate, slots, costOf } = this.deps
    const { profileId } = message
    if (result.state !== "accepted") this.lastError = result.error
    if (result.state !== "deferred") {
      if (result.state !== "uncertain") gate.answered()
      if (result.state === "accepted") slots.answered()
      const cost = result.state === "failed" ? null : costOf(message)
      return this.end(profileId, result, cost)
    }
    if (result.scope === "provider") return gate.close(result.retryAfterMs, result.error)
    gate.messageDeferred(result.error)
    if (this.claim.chunk.attempts < MAX_DEFERRALS) this.deferred += 1
    else {
      const error = `given up: ${result.error}`
      this.end(profileId, { state: "failed", class: "rejected", error })
    }
  }

  private end(profileId: number, result: Ending["result"], cost: Ending["cost"] = null): void {
    this.endings.push({ profileId, result, cost })
  }

  private async release(): Promise<void> {
    const { db, gate, allowance } = this.deps
    const { chunk, run, heldMs } = this.claim
    await gate.settled()
    await allowance.end()
    const pause = Math.min(FIRST_DEFERRAL_MS * 2 ** chunk.attempts, LONGEST_DEFERRAL_MS)
    const putOff = this.deferred > 0 && !this.stopping
    await execute(db, RELEASE, {
      id: chunk.id,
      epoch: chunk.epoch,
      burn: putOff ? 1 : 0,
      delay_ms: putOff ? pause : heldMs,
    })
    if (this.lastError) await execute(db, NOTE_ERROR, { run: run.id, error: this.lastError })
    if (this.queue.hopeless)
      await pauseHopeless(db, run, `the text could not be filled in: ${this.queue.hopeless}`)
    await completeRuns(db, new Date())
  }
}

function profiles(call: Call): number[] {
  return call.messages.map((message) => message.profileId)
}
