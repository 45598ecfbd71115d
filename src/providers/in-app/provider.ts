import type { Capabilities, OutgoingMessage, Provider, SendResult } from "../provider"

/** Keeps messages for the storefront. Has to ignore a message that it has already. */
export type InAppStore = (messages: OutgoingMessage[]) => Promise<void>

/** Lays messages out where the storefront and apps ask for them. */
export class InAppProvider implements Provider {
  readonly name = "in-app"
  readonly channel = "in_app"
  readonly capabilities: Capabilities = {
    batchSize: 100,
    concurrency: 2,
    idempotent: true,
    reportsDelivery: false,
  }

  constructor(private readonly store: InAppStore) {}

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    try {
      await this.store(messages)
      return messages.map(({ token }) => ({ state: "accepted", providerId: token }))
    } catch (error) {
      const text = `in-app: ${(error as Error).message}`
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
