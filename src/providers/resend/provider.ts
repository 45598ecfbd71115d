import { createHash } from "node:crypto"
import { setTimeout as delay } from "node:timers/promises"
import { inTurn } from "../../lib/in-turn"
import { callApi, type HttpOutcome } from "../http/call"
import { jsonBody, TextValue } from "../http/json-body"
import { refusal, unreadable } from "../http/outcome"
import { mailbox, oneLine, oneLineHeaders } from "../mime/headers"
import type { Capabilities, OutgoingMessage, Provider, ReportReader, SendResult } from "../provider"
import { ResendReports, TOKEN_TAG } from "./reports"

const ATTEMPTS_OF_A_CALL = 3
const PAUSE_MS = 500

export type ResendOptions = { apiKey: string; webhookSecret?: string; url: string }

type Call = {
  path: string
  /** What the idempotency key is made of. */
  key: string
  body: Parameters<typeof jsonBody>[0]
  isAnswer: (body: unknown) => boolean
}

type BatchAnswer = { data?: { id: string }[]; errors?: { index: number; message: string }[] }

/** Sends by Resend's batch API, and what has files by itself. A call whose answer got lost is made again under the same key, which sends nothing twice. */
export class ResendProvider implements Provider {
  readonly name = "resend"
  readonly channel = "email"
  readonly reports?: ReportReader
  readonly capabilities: Capabilities = {
    batchSize: 100,
    // A team may make two requests a second unless Resend raised it: more open calls only wait.
    concurrency: 2,
    // The key belongs to the whole batch, and after a crash batches are cut anew.
    idempotent: false,
    reportsDelivery: false,
  }

  constructor(private readonly options: ResendOptions) {
    if (options.webhookSecret) this.reports = new ResendReports(options.webhookSecret)
  }

  async sendBatch(messages: OutgoingMessage[]): Promise<SendResult[]> {
    // Batches take no files.
    if (messages.some(({ attachments }) => attachments?.length))
      return inTurn(messages, (message) => this.sendAlone(message))
    const outcome = await this.call({
      path: "/emails/batch",
      key: messages.map(({ token }) => token).join(),
      body: messages.map(toEmail),
      isAnswer: isBatchAnswer,
    })
    const refused = refusal("resend", outcome, explain)
    if (refused) return messages.map(() => refused)
    const { status, body } = outcome as Extract<HttpOutcome, { kind: "answer" }>
    if (!isBatchAnswer(body) && status < 300)
      return messages.map(() => unreadable("resend", status))
    if (status !== 200) {
      const error = `resend: ${status} ${explain(body)}`.slice(0, 500)
      return messages.map(() => ({ state: "failed", class: "rejected", error }))
    }
    return results(messages.length, body as BatchAnswer)
  }

  async close(): Promise<void> {}

  private async sendAlone(message: OutgoingMessage): Promise<SendResult> {
    const outcome = await this.call({
      path: "/emails",
      key: `alone ${message.token}`,
      body: toEmail(message),
      isAnswer: isOneAnswer,
    })
    const refused = refusal("resend", outcome, explain)
    if (refused) return refused
    const { status, body } = outcome as Extract<HttpOutcome, { kind: "answer" }>
    if (status === 200 && isOneAnswer(body)) return { state: "accepted", providerId: body.id }
    if (status < 300) return unreadable("resend", status)
    const error = `resend: ${status} ${explain(body)}`.slice(0, 500)
    return { state: "failed", class: "rejected", error }
  }

  private async call({ path, key, body, isAnswer }: Call): Promise<HttpOutcome> {
    const request = {
      headers: {
        authorization: `Bearer ${this.options.apiKey}`,
        "content-type": "application/json",
        "idempotency-key": createHash("sha256").update(key).digest("hex"),
        "x-batch-validation": "permissive",
      },
      body: jsonBody(body),
    }
    let lost: HttpOutcome | undefined
    for (let attempt = 1; attempt <= ATTEMPTS_OF_A_CALL; attempt++) {
      const outcome = await callApi(`${this.options.url}${path}`, request)
      // Once an answer got lost, "not now" says nothing about what the first call did.
      if (!isLost(outcome, isAnswer)) return lost && isNotNow(outcome) ? lost : outcome
      lost = outcome
      if (attempt < ATTEMPTS_OF_A_CALL) await delay(PAUSE_MS * attempt)
    }
    return lost!
  }
}

/** Nobody knows whether Resend has it: the connection broke, or a gateway before it gave up or answered in its place. */
function isLost(outcome: HttpOutcome, isAnswer: Call["isAnswer"]): boolean {
  if (outcome.kind !== "answer") return outcome.kind === "unknown"
  const { status, body } = outcome
  return status === 502 || status === 504 || (status < 300 && !isAnswer(body))
}

function isBatchAnswer(body: unknown): body is BatchAnswer {
  return Array.isArray((body as BatchAnswer | null)?.data)
}

function isOneAnswer(body: unknown): body is { id: string } {
  return typeof (body as { id?: unknown } | null)?.id === "string"
}

function isNotNow(outcome: HttpOutcome): boolean {
  return refusal("resend", outcome, explain)?.state === "deferred"
}

function toEmail(message: OutgoingMessage) {
  return {
    from: oneLine(mailbox(message.from)),
    to: [message.to],
    reply_to: message.replyTo ?? undefined,
    subject: oneLine(message.subject),
    html: new TextValue(message.html),
    text: new TextValue(message.text),
    headers: oneLineHeaders(message.headers),
    attachments: message.attachments?.map(({ name, type, base64 }) => ({
      filename: name,
      content_type: type,
      content: new TextValue([base64]),
    })),
    tags: [{ name: TOKEN_TAG, value: message.token }],
  }
}

/** Ids come only for the messages that were taken, in their order; the others are named by their place. */
function results(count: number, { data = [], errors = [] }: BatchAnswer): SendResult[] {
  const refused = new Map(errors.map(({ index, message }) => [index, message]))
  let taken = 0
  return Array.from({ length: count }, (_, i) => {
    const error = refused.get(i)
    if (error !== undefined)
      return { state: "failed", class: "rejected", error: `resend: ${error}`.slice(0, 500) }
    return { state: "accepted", providerId: data[taken++]?.id ?? null }
  })
}

function explain(body: unknown): string {
  const { name, message } = (body ?? {}) as { name?: string; message?: string }
  return [name, message].filter(Boolean).join(": ")
}
