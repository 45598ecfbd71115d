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

/** The people of a claim who have not had their turn. */
export class Queue {
  private next = 0

  constructor(
    private readonly deps: QueueDeps,
    private readonly claim: Claim
  ) {}

  get left(): number {
    return this.claim.people.length - this.next
  }

  /**
   * At most so many messages, to people who may be written to now. Who may not stays in the chunk, for another turn.
   * @returns fewer when there are no more people, or nobody else may be written to now (`full`)
   */
  async take(count: number): Promise<{ messages: OutgoingMessage[]; full: boolean }> {
    const { people, run } = this.claim
    const messages: OutgoingMessage[] = []
    while (messages.length < count && this.left) {
      const turn = people.slice(this.next, this.next + count - messages.length)
      this.next += turn.length
      const admitted = await this.deps.allowance.admit(
        turn.map((person) => run.test_to ?? addressOf(run.channel, person))
      )
      const chosen = turn.filter((_, i) => admitted[i])
      if (!chosen.length) return { messages, full: true }
      messages.push(...chosen.flatMap((person) => this.render(person)))
    }
    return { messages, full: false }
  }

  private render(person: Recipient): OutgoingMessage[] {
    try {
      return [this.deps.compose(person)]
    } catch (error) {
      this.deps.onFailure(person.profile_id, (error as Error).message)
      return []
    }
  }
}
