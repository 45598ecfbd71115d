import { callApi, type HttpOutcome } from "../http/call"
import { refusal } from "../http/outcome"
import type { Capabilities, OutgoingMessage, Provider, ReportReader, SendResult } from "../provider"
import { vonageBody, type VonageChannel } from "./body"
import { VonageReports } from "./reports"

/** An address that Vonage knows to be none: "Invalid Message Recipient" and "Unreachable". */
const DEAD = /#(1120|1160|1180)\b/

export type VonageOptions = {
  apiKey: string
  apiSecret: string
  from: string
  signatureSecret?: string
  connections: number
  url: string
}

type Answer = { message_uuid?: string; type?: string; title?: string; detail?: string }

/** Sends text, Viber and WhatsApp messages by Vonage's Messages API, one a call. */
export class VonageProvider implements Provider {
  readonly name = "vonage"
  readonly reports?: ReportReader
  readonly capabilities: Capabilities

  constructor(
    private readonly options: VonageOptions,
    readonly channel: VonageChannel = "sms"
  ) {
    const { signatureSecret, apiKey, connections } = options
    if (signatureSecret) this.reports = new VonageReports(signatureSecret, apiKey)
    this.capabilities = {
      batchSize: 1,
      concurrency: connections,
      idempotent: false,
      reportsDelivery: false,
    }
  }

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    return Promise.all(messages.map((message) => this.send(message)))
  }

  async close(): Promise<void> {}

  private async send(message: OutgoingMessage): Promise<SendResult> {
    const { url, apiKey, apiSecret, from } = this.options
    const login = Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")
    const outcome = await callApi(`${url}/v1/messages`, {
      headers: { authorization: `Basic ${login}`, "content-type": "application/json" },
      body: JSON.stringify({
        ...vonageBody(this.channel, message),
        // Vonage takes E.164 without its plus.
        to: message.to.replace(/^\+/, ""),
        from: from.replace(/^\+/, ""),
        client_ref: message.token,
      }),
    })
    return refusal("vonage", outcome, explain) ?? toResult(this.channel, outcome)
  }
}

function toResult(channel: VonageChannel, outcome: HttpOutcome): SendResult {
  const { status, body } = outcome as Extract<HttpOutcome, { kind: "answer" }>
  const { message_uuid, type = "" } = (body ?? {}) as Answer
  if (status === 202) return { state: "accepted", providerId: message_uuid ?? null }
  const error = `vonage: ${status} ${explain(body)}`.slice(0, 500)
  // Who has no Viber today may have it tomorrow: only for text messages a number is dead.
  const isDead = channel === "sms" && DEAD.test(type)
  return { state: "failed", class: isDead ? "hard" : "rejected", error }
}

function explain(body: unknown): string {
  const { title, detail } = (body ?? {}) as Answer
  return [title, detail].filter(Boolean).join(": ")
}
