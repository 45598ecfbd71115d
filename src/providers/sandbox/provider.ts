import type { Channel } from "../../types/common"
import type { Capabilities, OutgoingMessage, Provider, SendResult } from "../provider"

/** Keeps messages instead of sending them. Has to ignore a message that it has already. */
export type SandboxStore = (messages: OutgoingMessage[]) => Promise<void>

/** Sends nothing: every message is stored as it would have arrived, and can be opened in the admin. */
export class SandboxProvider implements Provider {
  readonly name = "sandbox"
  readonly capabilities: Capabilities = {
    batchSize: 100,
    concurrency: 2,
    idempotent: true,
    reportsDelivery: true,
  }

  constructor(
    readonly channel: Channel,
    private readonly store: SandboxStore
  ) {}

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    try {
      await this.store(messages)
      return messages.map(({ token }) => ({ state: "accepted", providerId: token }))
    } catch (error) {
      const text = `sandbox: ${(error as Error).message}`
      return messages.map(() => ({
        state: "deferred",
        scope: "provider",
        retryAfterMs: null,
        error: text,
      }))
    }
  }

  async close(): Promise<void> {}
}
