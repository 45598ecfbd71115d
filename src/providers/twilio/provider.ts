import { joinPieces } from "../../lib/pieces"
import { callApi, type HttpOutcome } from "../http/call"
import { refusal } from "../http/outcome"
import type { Capabilities, OutgoingMessage, Provider, ReportReader, SendResult } from "../provider"
import { classOfCode } from "./errors"
import { TOKEN_PARAM, TwilioReports } from "./reports"

export type TwilioOptions = {
  accountSid: string
  authToken: string
  from?: string
  messagingServiceSid?: string
  connections: number
  url: string
}

type Answer = { sid?: string; code?: number; message?: string }

/** Sends text messages by Twilio's API, one a call. */
export class TwilioProvider implements Provider {
  readonly name = "twilio"
  readonly channel = "sms"
  readonly reports: ReportReader
  readonly capabilities: Capabilities

  /** @param hook - where Twilio is to report, as it is reached from outside */
  constructor(
    private readonly options: TwilioOptions,
    private readonly hook: string
  ) {
    this.reports = new TwilioReports(options.authToken, hook)
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
    const { url, accountSid, authToken, from, messagingServiceSid } = this.options
    const form = new URLSearchParams({
      To: message.to,
      Body: joinPieces(message.text),
      StatusCallback: `${this.hook}?${TOKEN_PARAM}=${message.token}`,
      ...(messagingServiceSid
        ? { MessagingServiceSid: messagingServiceSid }
        : { From: from ?? "" }),
    })
    const login = Buffer.from(`${accountSid}:${authToken}`).toString("base64")
    const outcome = await callApi(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
      headers: {
        authorization: `Basic ${login}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: form.toString(),
    })
    return refusal("twilio", outcome, explain) ?? toResult(outcome)
  }
}

function toResult(outcome: HttpOutcome): SendResult {
  const { status, body } = outcome as Extract<HttpOutcome, { kind: "answer" }>
  const { sid, code } = (body ?? {}) as Answer
  if (status === 201) return { state: "accepted", providerId: sid ?? null }
  const error = `twilio: ${status} ${explain(body)}`.slice(0, 500)
  return {
    state: "failed",
    class: classOfCode(code ?? 0) === "hard" ? "hard" : "rejected",
    error,
  }
}

function explain(body: unknown): string {
  const { code, message } = (body ?? {}) as Answer
  return [code, message].filter(Boolean).join(" ")
}
