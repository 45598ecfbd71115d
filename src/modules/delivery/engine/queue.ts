import { setImmediate as breathe } from "node:timers/promises"
import type { OutgoingMessage } from "../../../providers/provider"
import type { Recipient } from "../../content/render/recipient"
import type { Allowance } from "../limits/allowance"
import { addressOf } from "../message/address"
import type { Claim } from "./claim"

type QueueDeps = {
  allowance: Allowance
  /** Makes a person's message; throws when the template fails for that person. */
  compose: (person: Recipient) => OutgoingMessage
  onFailure: (profileId: number, error: string) => void
}

/** After so long at it, what waits besides has its turn, and after so long the messages that are ready leave. */
const BREATH_MS = 20
const TURN_MS = 1_000
/** So many failures in a row, or so much time lost by them, are no longer the fault of single people. */
const HOPELESS = { inARow: 50, ms: 5_000 }

/** The people of a claim who have not had their turn. */
export class Queue {
  private people: Recipient[]
  private failures = { inARow: 0, ms: 0 }
  /** Why nobody else will be tried; undefined while there is hope. */
  hopeless?: string

  constructor(
    private readonly deps: QueueDeps,
    private readonly claim: Claim
  ) {
    this.people = claim.people
  }

  get left(): number {
    return this.people.length
  }

  /**
   * At most so many messages, to people who may be written to now. Who may not stays in the chunk, for another turn.
   * @returns fewer when there are no more people, when they take long, or when nobody else may be written to now (`full`)
   */
  async take(count: number): Promise<{ messages: OutgoingMessage[]; full: boolean }> {
    const messages: OutgoingMessage[] = []
    const until = performance.now() + TURN_MS
    while (messages.length < count && this.left && performance.now() < until) {
      const turn = this.people.slice(0, count - messages.length)
      const admitted = await this.deps.allowance.admit(
        turn.map((person) => this.claim.run.test_to ?? addressOf(this.claim.run.channel, person))
      )
      const chosen = turn.filter((_, i) => admitted[i])
      if (!chosen.length) return { messages, full: true }
      const late = await this.write(chosen, messages, until)
      if (this.hopeless) return { messages, full: true }
      this.people = [...late, ...this.people.slice(turn.length)]
    }
    return { messages, full: false }
  }

  /** @returns those for whom there was no time */
  private async write(
    people: Recipient[],
    messages: OutgoingMessage[],
    until: number
  ): Promise<Recipient[]> {
    let breath = performance.now()
    for (const [i, person] of people.entries()) {
      if (this.hopeless || breath > until) return people.slice(i)
      const message = this.render(person)
      if (message) messages.push(message)
      const now = performance.now()
      if (now - breath < BREATH_MS) continue
      await breathe()
      breath = now
    }
    return []
  }

  private render(person: Recipient): OutgoingMessage | undefined {
    const started = performance.now()
    try {
      const message = this.deps.compose(person)
      this.failures.inARow = 0
      return message
    } catch (error) {
      const { message } = error as Error
      this.deps.onFailure(person.profile_id, message)
      this.failures.inARow += 1
      this.failures.ms += performance.now() - started
      const { inARow, ms } = this.failures
      if (inARow >= HOPELESS.inARow || ms >= HOPELESS.ms) this.hopeless = message
    }
  }
}
