import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import { isDataException } from "../../../lib/storable"
import type { EventOutcome } from "../../../types/event"
import { writeBatch } from "./batch"
import { eventProblem } from "./check"
import type { NewEvent, VisitPulse } from "./event"

/** Events of one transaction at most; a larger one gains nothing. */
const MAX_BATCH = 2_000
/** Events waiting at most; more are refused, so that a flood cannot fill the memory. */
const MAX_WAITING = 20_000
/** Properties remembered per process; beyond it they are looked up again, which costs time and nothing else. */
const MAX_FIELDS = 10_000

type Call = {
  events: NewEvent[]
  pulses: VisitPulse[]
  done: (fresh: (boolean | string)[]) => void
  failed: (error: unknown) => void
}

/**
 * Writes events so that whoever is answered knows they are committed, and yet calls that come at the same time share a
 * transaction: while one batch is being committed, the next one gathers.
 */
export class EventWriter {
  private waiting: Call[] = []
  private size = 0
  private running = false
  private readonly fields = new Set<string>()

  constructor(private readonly db: Db) {}

  /**
   * Keeps what can be kept of the events, and says of each other one why not.
   * @throws MedusaError `conflict` when too many events wait already: try again in a moment
   */
  async write(events: NewEvent[], now: Date, pulses: VisitPulse[] = []): Promise<EventOutcome> {
    const problems = events.map((event) => eventProblem(event, now))
    const good = events.filter((_, i) => !problems[i])
    const results = good.length || pulses.length ? await this.enqueue(good, pulses) : []
    const outcome: EventOutcome = { accepted: 0, duplicates: 0, rejected: [] }
    let next = 0
    events.forEach((_, index) => {
      const result = problems[index] ?? results[next++]
      if (typeof result === "string") outcome.rejected.push({ index, reason: result })
      else if (result) outcome.accepted += 1
      else outcome.duplicates += 1
    })
    return outcome
  }

  private enqueue(events: NewEvent[], pulses: VisitPulse[]): Promise<(boolean | string)[]> {
    if (this.size + events.length > MAX_WAITING) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        "Too many events at once: send them again in a moment"
      )
    }
    this.size += events.length
    return new Promise((done, failed) => {
      this.waiting.push({ events, pulses, done, failed })
      void this.drain()
    })
  }

  private async drain(): Promise<void> {
    if (this.running) return
    this.running = true
    while (this.waiting.length) await this.commit(this.take())
    this.running = false
  }

  private take(): Call[] {
    let events = 0
    const end = this.waiting.findIndex((call, i) => {
      events += call.events.length
      return i > 0 && events > MAX_BATCH
    })
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end)
  }

  private async commit(calls: Call[]): Promise<void> {
    const events = calls.flatMap((call) => call.events)
    try {
      const pulses = calls.flatMap((call) => call.pulses)
      const fresh = await this.tryWrite(events, pulses)
      let at = 0
      for (const call of calls) call.done(fresh.slice(at, (at += call.events.length)))
    } catch (error) {
      for (const call of calls) call.failed(error)
    } finally {
      this.size -= events.length
    }
  }

  /** One value that Postgres refuses must not cost the others: the batch is halved until it stands alone. */
  private async tryWrite(events: NewEvent[], pulses: VisitPulse[]): Promise<(boolean | string)[]> {
    try {
      const written = await writeBatch(this.db, events, pulses, new Date(), this.fields)
      if (this.fields.size > MAX_FIELDS) this.fields.clear()
      for (const field of written.fields) this.fields.add(field)
      return written.fresh
    } catch (error) {
      if (!isDataException(error) || !events.length) throw error
      if (events.length === 1)
        return [`could not be stored: ${(error as Error).message.split(" - ").at(-1)}`]
      const half = Math.ceil(events.length / 2)
      return [
        ...(await this.tryWrite(events.slice(0, half), pulses)),
        ...(await this.tryWrite(events.slice(half), [])),
      ]
    }
  }
}

const writers = new WeakMap<object, EventWriter>()

/** The writer of this process. */
export function eventWriter(db: Db): EventWriter {
  let writer = writers.get(db)
  if (!writer) writers.set(db, (writer = new EventWriter(db)))
  return writer
}
