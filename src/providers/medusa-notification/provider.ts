import { joinPieces } from "../../lib/pieces"
import { mailbox, oneLine, oneLineHeaders } from "../mime/headers"
import type { Capabilities, OutgoingMessage, Provider, SendResult } from "../provider"

export type MedusaNotificationOptions = {
  /** What the shop's provider is given as the name of a template. */
  template: string
  connections: number
}

/** What Medusa's Notification module is asked to send. */
export type Notification = {
  to: string
  from: string | null
  channel: "email" | "sms"
  template: string
  content: { subject: string; text: string; html?: string }
  attachments?: { filename: string; content_type: string; content: string }[]
  data: Record<string, unknown>
  provider_data: Record<string, unknown>
  trigger_type: string
  resource_id: string
  resource_type: string
}

/**
 * Hands one notification to the shop's Notification module.
 * @returns what the module wrote down
 * @throws Error of the module: `not_found` when nobody sends on the channel, else what its provider says
 */
export type Notify = (notification: Notification) => Promise<{ external_id?: string | null }>

const MAX_ERROR = 500

/**
 * Sends by whatever the shop's own Notification module sends by. The module writes a row for each message and tells neither
 * what became of it later nor why it failed: there are no receipts, and a failure is this message's.
 */
export class MedusaNotificationProvider implements Provider {
  readonly name = "medusa-notification"
  readonly capabilities: Capabilities

  constructor(
    readonly channel: "email" | "sms",
    private readonly options: MedusaNotificationOptions,
    private readonly notify: Notify
  ) {
    this.capabilities = {
      batchSize: 1,
      concurrency: options.connections,
      idempotent: false,
      reportsDelivery: false,
    }
  }

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    return Promise.all(messages.map((message) => this.send(message)))
  }

  async close(): Promise<void> {}

  private async send(message: OutgoingMessage): Promise<SendResult> {
    try {
      const { external_id } = await this.notify(this.notification(message))
      return { state: "accepted", providerId: external_id ?? null }
    } catch (error) {
      return explain(error as Error & { type?: string })
    }
  }

  private notification(message: OutgoingMessage): Notification {
    const { channel } = this
    const subject = oneLine(message.subject)
    const text = joinPieces(message.text)
    const html = joinPieces(message.html)
    const mail = channel === "email"
    return {
      to: message.to,
      from: mail ? oneLine(mailbox(message.from)) : null,
      channel,
      template: this.options.template,
      content: { subject, text, ...(mail && { html }) },
      ...(message.attachments?.length && {
        attachments: message.attachments.map(({ name, type, base64 }) => ({
          filename: name,
          content_type: type,
          content: base64.text,
        })),
      }),
      // Some providers fill in a template of theirs, and look only here.
      data: { subject, text, ...(mail && { html, reply_to: message.replyTo }) },
      // Whether they are sent is the provider's choice.
      provider_data: mail ? { headers: oneLineHeaders(message.headers) } : {},
      trigger_type: "engage",
      resource_id: message.token,
      resource_type: "engage_message",
    }
  }
}

/** Nobody sends on the channel until somebody mends the configuration; everything else is about this message. */
function explain({ message, type }: Error & { type?: string }): SendResult {
  const error = `medusa-notification: ${message}`.slice(0, MAX_ERROR)
  return type === "not_found"
    ? { state: "deferred", scope: "provider", retryAfterMs: null, error }
    : { state: "failed", class: "rejected", error }
}
