import { AwsClient } from "aws4fetch"
import { joinPieces } from "../../lib/pieces"
import { callApi, type HttpOutcome } from "../http/call"
import { refusal, unreadable } from "../http/outcome"
import { mailbox, oneLine } from "../mime/headers"
import type { Capabilities, OutgoingMessage, Provider, ReportReader, SendResult } from "../provider"
import { AmazonSesReports, fetchCertificate, TOKEN_TAG } from "./reports"

const PATH = "/v2/email/outbound-emails"

/** Refusals about the account or the sender: everybody waits until somebody mends it. */
const ACCOUNT_ERRORS = new Set([
  "AccountSuspendedException",
  "SendingPausedException",
  "LimitExceededException",
  "TooManyRequestsException",
  "MailFromDomainNotVerifiedException",
  "NotFoundException",
])

export type AmazonSesOptions = {
  region: string
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
  configurationSet?: string
  topicArn?: string
  connections: number
  url?: string
}

/** Sends by the v2 API of Amazon SES, one message a call. */
export class AmazonSesProvider implements Provider {
  readonly name = "amazon-ses"
  readonly channel = "email"
  readonly reports?: ReportReader
  readonly capabilities: Capabilities
  private readonly aws: AwsClient
  private readonly url: string

  constructor(private readonly options: AmazonSesOptions) {
    this.capabilities = {
      batchSize: 1,
      concurrency: options.connections,
      idempotent: false,
      reportsDelivery: false,
    }
    this.aws = new AwsClient({ ...options, service: "ses", retries: 0 })
    this.url = (options.url ?? `https://email.${options.region}.amazonaws.com`) + PATH
    if (options.topicArn) this.reports = new AmazonSesReports(options.topicArn, fetchCertificate)
  }

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    return Promise.all(messages.map((message) => this.send(message)))
  }

  async close(): Promise<void> {}

  private async send(message: OutgoingMessage): Promise<SendResult> {
    const outcome = await this.call(JSON.stringify(this.toEmail(message)))
    const refused = refusal(this.name, withAccountErrors(outcome), explain)
    if (refused) return refused
    const { status, body } = outcome as Extract<HttpOutcome, { kind: "answer" }>
    const id = (body as { MessageId?: string } | null)?.MessageId
    if (status < 300)
      return id ? { state: "accepted", providerId: id } : unreadable(this.name, status)
    const error = `amazon-ses: ${status} ${explain(body)}`.slice(0, 500)
    return { state: "failed", class: "rejected", error }
  }

  private async call(body: string): Promise<HttpOutcome> {
    const signed = await this.aws.sign(this.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    })
    return callApi(this.url, { headers: Object.fromEntries(signed.headers), body })
  }

  private toEmail(message: OutgoingMessage) {
    const text = (Data: string) => ({ Data, Charset: "UTF-8" })
    return {
      FromEmailAddress: oneLine(mailbox(message.from)),
      Destination: { ToAddresses: [message.to] },
      ReplyToAddresses: message.replyTo ? [message.replyTo] : undefined,
      Content: {
        Simple: {
          Subject: text(oneLine(message.subject)),
          Body: { Html: text(joinPieces(message.html)), Text: text(joinPieces(message.text)) },
          Headers: Object.entries(message.headers).map(([Name, Value]) => ({
            Name,
            Value: oneLine(Value),
          })),
          Attachments: message.attachments?.map(({ name, type, base64 }) => ({
            FileName: name,
            ContentType: type,
            ContentDisposition: "ATTACHMENT",
            ContentTransferEncoding: "BASE64",
            RawContent: base64.text,
          })),
        },
      },
      EmailTags: [{ Name: TOKEN_TAG, Value: message.token }],
      ConfigurationSetName: this.options.configurationSet,
    }
  }
}

/** SES says "not now" by its kind of error as well as by its status. */
function withAccountErrors(outcome: HttpOutcome): HttpOutcome {
  if (outcome.kind !== "answer" || outcome.status !== 400) return outcome
  return ACCOUNT_ERRORS.has(errorType(outcome)) ? { ...outcome, status: 429 } : outcome
}

function errorType({ headers, body }: Extract<HttpOutcome, { kind: "answer" }>): string {
  const named = headers.get("x-amzn-errortype") ?? (body as { __type?: string })?.__type ?? ""
  return named.replace(/^.*#/, "").replace(/:.*$/, "")
}

function explain(body: unknown): string {
  const { message, Message } = (body ?? {}) as { message?: string; Message?: string }
  return message ?? Message ?? ""
}
