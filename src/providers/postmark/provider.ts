import { callApi, type HttpOutcome } from "../http/call"
import { jsonBody, TextValue } from "../http/json-body"
import { refusal, unreadable } from "../http/outcome"
import { mailbox, oneLine } from "../mime/headers"
import type { Capabilities, OutgoingMessage, Provider, ReportReader, SendResult } from "../provider"
import { PostmarkReports, TOKEN_KEY } from "./reports"

/** Per-message codes of an answer that was 200 over all. */
const INACTIVE_RECIPIENT = 406
const NOT_ALLOWED_TO_SEND = new Set([10, 400, 401, 405, 412, 413])
const BUSY = new Set([100, 429])

export type PostmarkOptions = {
  serverToken: string
  stream: string
  webhook?: { user: string; password: string }
  url: string
}

type ItemAnswer = { ErrorCode: number; Message?: string; MessageID?: string }

/** Sends by Postmark's batch API, which answers for every message by itself. */
export class PostmarkProvider implements Provider {
  readonly name = "postmark"
  readonly channel = "email"
  readonly reports?: ReportReader
  readonly capabilities: Capabilities = {
    // 500 are allowed; what a crash leaves uncertain is a whole call.
    batchSize: 100,
    concurrency: 4,
    idempotent: false,
    reportsDelivery: false,
  }

  constructor(private readonly options: PostmarkOptions) {
    if (options.webhook) this.reports = new PostmarkReports(options.webhook)
  }

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    const outcome = await callApi(`${this.options.url}/email/batch`, {
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "x-postmark-server-token": this.options.serverToken,
      },
      body: jsonBody(messages.map((message) => toEmail(message, this.options.stream))),
    })
    const refused = refusal("postmark", outcome, explain)
    if (refused) return messages.map(() => refused)
    const { status, body } = outcome as Extract<HttpOutcome, { kind: "answer" }>
    if (status === 200 && Array.isArray(body) && body.length === messages.length)
      return (body as ItemAnswer[]).map(toResult)
    if (status < 300) return messages.map(() => unreadable("postmark", status))
    const error = `postmark: ${status} ${explain(body)}`.slice(0, 500)
    return messages.map(() => ({ state: "failed", class: "rejected", error }))
  }

  async close(): Promise<void> {}
}

function toEmail(message: OutgoingMessage, stream: string) {
  return {
    From: oneLine(mailbox(message.from)),
    To: message.to,
    ReplyTo: message.replyTo ?? undefined,
    Subject: oneLine(message.subject),
    HtmlBody: new TextValue(message.html),
    TextBody: new TextValue(message.text),
    Headers: Object.entries(message.headers).map(([Name, Value]) => ({
      Name,
      Value: oneLine(Value),
    })),
    Attachments: message.attachments?.map(({ name, type, base64 }) => ({
      Name: name,
      ContentType: type,
      Content: new TextValue([base64]),
    })),
    Metadata: { [TOKEN_KEY]: message.token },
    MessageStream: stream,
    TrackOpens: false,
    TrackLinks: "None",
  }
}

function toResult({ ErrorCode, Message, MessageID }: ItemAnswer): SendResult {
  if (ErrorCode === 0) return { state: "accepted", providerId: MessageID ?? null }
  const error = `postmark: ${ErrorCode} ${Message ?? ""}`.trim().slice(0, 500)
  if (BUSY.has(ErrorCode) || NOT_ALLOWED_TO_SEND.has(ErrorCode))
    return { state: "deferred", scope: "provider", retryAfterMs: null, error }
  // Postmark switched the address off after a bounce or complaint it saw itself.
  return { state: "failed", class: ErrorCode === INACTIVE_RECIPIENT ? "hard" : "rejected", error }
}

function explain(body: unknown): string {
  const { ErrorCode, Message } = (body ?? {}) as Partial<ItemAnswer>
  return [ErrorCode, Message].filter((part) => part !== undefined).join(" ")
}
