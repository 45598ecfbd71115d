import type { Channel } from "../../types/common"
import type { Capabilities, OutgoingMessage, Provider, ReportReader, SendResult } from "../provider"
import type { Endpoint, EndpointResult, EndpointStore, Gateway } from "./gateway"

/** Messages in one call: their endpoints are looked up together. */
const BATCH = 10

type EndpointProviderInput = {
  name: string
  channel: Channel
  gateways: Gateway[]
  endpoints: EndpointStore
  /** Most messages open at once per process. */
  connections: number
  reports?: ReportReader
}

/** Sends each message to everything the person has signed up on a channel: all their browsers and apps, or their chat. */
export class EndpointProvider implements Provider {
  readonly name: string
  readonly channel: Channel
  readonly reports?: ReportReader
  readonly capabilities: Capabilities

  constructor(private readonly input: EndpointProviderInput) {
    this.name = input.name
    this.channel = input.channel
    if (input.reports) this.reports = input.reports
    this.capabilities = {
      batchSize: BATCH,
      concurrency: Math.max(1, Math.floor(input.connections / BATCH)),
      idempotent: false,
      reportsDelivery: false,
    }
  }

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    const found = await this.endpointsOf(messages)
    if ("state" in found) return messages.map(() => found)
    const gone: number[] = []
    const results = await Promise.all(
      messages.map(async (message) => {
        const own = found.filter(({ profile_id }) => profile_id === message.profileId)
        const outcomes = await Promise.all(own.map((endpoint) => this.send(endpoint, message)))
        outcomes.forEach(({ state }, i) => state === "gone" && gone.push(own[i].id))
        return together(outcomes)
      })
    )
    await this.forget(gone)
    return results
  }

  async close(): Promise<void> {}

  private async endpointsOf(messages: OutgoingMessage[]): Promise<Endpoint[] | SendResult> {
    const { endpoints, channel, name } = this.input
    try {
      return await endpoints.of(
        channel,
        messages.map(({ profileId }) => profileId)
      )
    } catch (error) {
      const text = `${name}: ${(error as Error).message}`
      return { state: "deferred", scope: "provider", retryAfterMs: null, error: text }
    }
  }

  private async send(endpoint: Endpoint, message: OutgoingMessage): Promise<EndpointResult> {
    const gateway = this.input.gateways.find(({ name }) => name === endpoint.provider)
    if (gateway) return gateway.send(endpoint, message)
    const error = `${this.name}: nothing is set up that reaches ${endpoint.provider}`
    return { state: "failed", class: "rejected", error }
  }

  /** What cannot be forgotten now is found gone again with the next message. */
  private async forget(gone: number[]): Promise<void> {
    if (gone.length) await this.input.endpoints.drop(gone).catch(() => undefined)
  }
}

const ORDER = ["accepted", "uncertain", "deferred", "failed", "gone"]

/** What became of a message that went to several endpoints: the best of it, as a second try would reach all of them again. */
function together(outcomes: EndpointResult[]): SendResult {
  const [best] = outcomes.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  if (best && best.state !== "gone") return best
  // Not a dead address: whoever signs up anew is reached again.
  const error = best?.error ?? "there is nothing any more that takes messages for this person"
  return { state: "failed", class: "rejected", error }
}
