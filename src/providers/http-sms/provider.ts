import { joinPieces } from "../../lib/pieces"
import { callApi, type HttpOutcome } from "../http/call"
import { refusal } from "../http/outcome"
import type { Capabilities, OutgoingMessage, Provider, ReportReader, SendResult } from "../provider"
import { fillIn, isJson, valueAt } from "./fields"
import { GatewayReports, type GatewayWebhook } from "./reports"

export type HttpSmsOptions = {
  url: string
  method: "POST" | "PUT" | "GET"
  headers: Record<string, string>
  body: string
  from?: string
  idPath?: string
  webhook?: GatewayWebhook
  connections: number
}

/** Sends text messages through any gateway that takes one by HTTP. */
export class HttpSmsProvider implements Provider {
  readonly name = "http-sms"
  readonly channel = "sms"
  readonly reports?: ReportReader
  readonly capabilities: Capabilities

  /** @param hook - where the gateway is to report, as it is reached from outside */
  constructor(
    private readonly options: HttpSmsOptions,
    private readonly hook: string
  ) {
    if (options.webhook) this.reports = new GatewayReports(options.webhook)
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
    const { url, method, headers, body, from = "", webhook, idPath } = this.options
    const callback = new URL(this.hook)
    callback.searchParams.set("id", message.token)
    if (webhook) callback.searchParams.set("secret", webhook.secret)
    const filled = fillIn(body, {
      to: message.to,
      from,
      text: joinPieces(message.text),
      id: message.token,
      callback: callback.href,
    })
    const get = method === "GET"
    const outcome = await callApi(get ? `${url}${url.includes("?") ? "&" : "?"}${filled}` : url, {
      method,
      headers: { ...(get ? {} : contentType(body)), ...headers },
      body: get ? undefined : filled,
    })
    return refusal("http-sms", outcome, explain) ?? toResult(outcome, idPath)
  }
}

function contentType(body: string) {
  return { "content-type": isJson(body) ? "application/json" : "application/x-www-form-urlencoded" }
}

function toResult(outcome: HttpOutcome, idPath: string | undefined): SendResult {
  const { status, body } = outcome as Extract<HttpOutcome, { kind: "answer" }>
  if (status < 300) return { state: "accepted", providerId: idPath ? valueAt(body, idPath) : null }
  const error = `http-sms: ${status} ${explain(body)}`.slice(0, 500)
  return { state: "failed", class: "rejected", error }
}

function explain(body: unknown): string {
  return (typeof body === "string" ? body : JSON.stringify(body ?? "")).slice(0, 300)
}
