import type { Logger } from "@medusajs/framework/types"
import { setTimeout as delay } from "node:timers/promises"
import { type Db, execute } from "../../../lib/db"
import type { OutgoingMessage, Provider, SendResult } from "../../../providers/provider"
import type { Recipient } from "../../content/render/recipient"
import { completeRuns } from "../ledger/complete"
import { NOTE_ERROR, RELEASE } from "../sql/engine"
import type { Claim } from "./claim"
import { flush, type Ending } from "./flush"
import type { Gate } from "./gate"
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
  leaseMs: number
  /** Makes a person's message; throws when the template fails for that person. */
  compose: (person: Recipient) => OutgoingMessage
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
  private next = 0
  private stopping = false
  private lost = false
  private renewDue = false
  private deferred = 0
  private lastError?: string
  private endings: Ending[] = []
  private answered = 0
  private readonly inFlight = new Set<Call>()
  private wakeUp = () => {}

  constructor(
    private readonly deps: SenderDeps,
    private readonly claim: Claim
  ) {
    this.handedOut = new Promise((resolve) => (this.markHandedOut = resolve))
  }

  /** Opens nothing more; what is open is waited for, and the rest of the chunk handed back. */
  stop(): void {
    this.stopping = true
    this.wakeUp()
  }

  /** Sends until the chunk is done, stopped, halted or lost to another worker. */
  async run(): Promise<void> {
    const stopListening = this.deps.slots.onFree(() => this.wakeUp())
    const renewal = setInterval(() => {
      this.renewDue = true
      this.wakeUp()
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
    await this.gather()
    const spare = this.answered
    this.answered = 0
    const { calls, unused } = this.takeCalls(spare)
    if (calls.length || this.endings.length || spare || this.renewDue) {
      await this.commit(calls)
      for (let i = 0; i < unused; i++) this.deps.slots.release()
      return true
    }
    if (this.exhausted && !this.inFlight.size) return false
    await new Promise<void>((resolve) => (this.wakeUp = resolve))
    return true
  }

  private get exhausted(): boolean {
    return this.stopping || this.next >= this.claim.people.length
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
   * As many calls as there are free slots for, rendered. The slots of calls that are answered, and whose results stand
   * in the same commit as the new intents, count as free.
   */
  private takeCalls(spare: number): { calls: Call[]; unused: number } {
    if (this.deps.gate.waitMs()) this.stopping = true
    const calls: Call[] = []
    let unused = spare
    while (!this.exhausted && (unused > 0 ? unused-- : this.deps.slots.take())) {
      const messages = this.composeBatch()
      if (messages.length) calls.push({ messages })
      else unused++
    }
    if (this.exhausted) this.markHandedOut()
    return { calls, unused }
  }

  private composeBatch(): OutgoingMessage[] {
    const messages: OutgoingMessage[] = []
    const { batchSize } = this.deps.provider.capabilities
    while (messages.length < batchSize && this.next < this.claim.people.length) {
      const person = this.claim.people[this.next++]
      try {
        messages.push(this.deps.compose(person))
      } catch (error) {
        this.end(person.profile_id, { state: "skipped", error: (error as Error).message })
      }
    }
    return messages
  }

  private async commit(calls: Call[]): Promise<void> {
    const endings = this.endings
    this.endings = []
    this.renewDue = false
    const state = await this.flushUntilKnown(endings, calls)
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
    call.messages.forEach((message, i) => this.answer(message.profileId, results[i]))
    this.answered += 1
    this.wakeUp()
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

  private answer(profileId: number, result: SendResult): void {
    const { gate } = this.deps
    if (result.state === "accepted") gate.accepted()
    else this.lastError = result.error
    if (result.state !== "deferred") return this.end(profileId, result)
    if (result.scope === "provider") {
      gate.close(result.retryAfterMs)
    } else if (this.claim.chunk.attempts >= MAX_DEFERRALS) {
      this.end(profileId, {
        state: "failed",
        class: "rejected",
        error: `given up: ${result.error}`,
      })
    } else {
      this.deferred += 1
      gate.messageDeferred()
    }
  }

  private end(profileId: number, result: Ending["result"]): void {
    this.endings.push({ profileId, result })
  }

  private async release(): Promise<void> {
    const { db, gate } = this.deps
    const { chunk, run } = this.claim
    const pause = Math.min(FIRST_DEFERRAL_MS * 2 ** chunk.attempts, LONGEST_DEFERRAL_MS)
    await execute(db, RELEASE, {
      id: chunk.id,
      epoch: chunk.epoch,
      burn: this.deferred && !this.stopping ? 1 : 0,
      delay_ms: gate.waitMs() || (this.deferred && !this.stopping ? pause : 0),
    })
    if (this.lastError) await execute(db, NOTE_ERROR, { run: run.id, error: this.lastError })
    await completeRuns(db, new Date())
  }
}

function profiles(call: Call): number[] {
  return call.messages.map((message) => message.profileId)
}
