import { joinPieces } from "../../lib/pieces"
import { callApi, type HttpOutcome } from "../http/call"
import { jsonBody, TextValue } from "../http/json-body"
import { refusal, unreadable } from "../http/outcome"
import { oneLine, oneLineHeaders } from "../mime/headers"
import type { Capabilities, OutgoingMessage, Provider, ReportReader, SendResult } from "../provider"
import { SendGridReports, TOKEN_ARG } from "./reports"

export type SendGridOptions = {
  apiKey: string
  webhookKey?: string
  url: string
  connections: number
}

/** Sends by SendGrid's v3 API: one message a call, as its batches share one body. */
export class SendGridProvider implements Provider {
  readonly name = "sendgrid"
  readonly channel = "email"
  readonly reports?: ReportReader
  readonly capabilities: Capabilities

  constructor(private readonly options: SendGridOptions) {
    this.capabilities = {
      batchSize: 1,
      concurrency: options.connections,
      idempotent: false,
      reportsDelivery: false,
    }
    if (options.webhookKey) this.reports = new SendGridReports(options.webhookKey)
  }

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    return Promise.all(messages.map((message) => this.send(message)))
  }

  async close(): Promise<void> {}

  private async send(message: OutgoingMessage): Promise<SendResult> {
    const outcome = await callApi(`${this.options.url}/v3/mail/send`, {
      headers: {
        authorization: `Bearer ${this.options.apiKey}`,
        "content-type": "application/json",
      },
      body: jsonBody(toMail(message)),
    })
    const refused = refusal("sendgrid", outcome, explain)
    if (refused) return refused
    const { status, headers, body } = outcome as Extract<HttpOutcome, { kind: "answer" }>
    if (status === 202) return { state: "accepted", providerId: headers.get("x-message-id") }
    if (status < 300) return unreadable("sendgrid", status)
    const error = `sendgrid: ${status} ${explain(body)}`.slice(0, 500)
    return { state: "failed", class: "rejected", error }
  }
}

function toMail(message: OutgoingMessage) {
  const off = { enable: false }
  return {
    personalizations: [{ to: [{ email: message.to }] }],
    from: message.from.name ? message.from : { email: message.from.email },
    reply_to: message.replyTo ? { email: message.replyTo } : undefined,
    subject: oneLine(message.subject),
    content: [
      { type: "text/plain", value: joinPieces(message.text) || " " },
      { type: "text/html", value: new TextValue(message.html) },
    ],
    attachments: message.attachments?.map(({ name, type, base64 }) => ({
      filename: name,
      type,
      disposition: "attachment",
      content: new TextValue([base64]),
    })),
    headers: oneLineHeaders(message.headers),
    custom_args: { [TOKEN_ARG]: message.token },
    tracking_settings: {
      click_tracking: { enable: false, enable_text: false },
      open_tracking: off,
      subscription_tracking: off,
    },
  }
}

function explain(body: unknown): string {
  const { errors = [] } = (body ?? {}) as { errors?: { message: string; field?: string | null }[] }
  return errors.map(({ message, field }) => (field ? `${field}: ${message}` : message)).join("; ")
}
