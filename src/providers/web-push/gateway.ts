import { createHash } from "node:crypto"
import { generateRequestDetails, getVapidHeaders } from "web-push"
import type { VapidKeys } from "../../lib/vapid"
import type { Endpoint, EndpointResult, Gateway } from "../endpoint/gateway"
import { callApi } from "../http/call"
import { refusal } from "../http/outcome"
import type { OutgoingMessage } from "../provider"
import { pushPayload } from "./payload"
import { isPushService } from "./services"

export const WEB_PUSH = "web-push"

/** Push services keep a message for four weeks at most. */
const MAX_TTL_S = 28 * 86_400
/** A signature is good for so long (RFC 8292 allows a day), and is used again for half of it. */
const SIGNED_FOR_S = 12 * 3_600
/** What a service says of a browser that has taken its permission back, or is no more. */
const GONE = new Set([404, 410])
/** A key that is not the one the browser signed up with, or a message it cannot take: about this endpoint alone. */
const REFUSED = new Set([400, 401, 403, 413])

export type WebPushOptions = {
  /** Whom the push service can turn to: `mailto:` or an address of the shop. */
  subject: string
  keys: () => Promise<VapidKeys>
  /** Origins of push services beside the well-known ones. */
  services: string[]
  /** Where devices tell what became of a message. */
  reportUrl: string
}

/** Sends to browsers through the push services of their makers (RFC 8030), encrypted for the browser (RFC 8291). */
export class WebPushGateway implements Gateway {
  readonly name = WEB_PUSH
  private readonly signed = new Map<string, { header: string; until: number }>()

  constructor(private readonly options: WebPushOptions) {}

  async send(endpoint: Endpoint, message: OutgoingMessage): Promise<EndpointResult> {
    const { services, reportUrl } = this.options
    if (!endpoint.keys || !isPushService(endpoint.address, services))
      return { state: "gone", error: `web-push: ${endpoint.address} is no push service` }
    const { keys, address } = endpoint
    const { headers, body } = generateRequestDetails(
      { endpoint: address, keys },
      JSON.stringify(pushPayload(message, reportUrl)),
      {
        TTL: Math.min(MAX_TTL_S, (message.lifetimeMinutes ?? Infinity) * 60),
        topic: topicOf(message.token),
        urgency: "normal",
        contentEncoding: "aes128gcm",
      }
    )
    const { "Content-Length": _, ...own } = headers
    const outcome = await callApi(address, {
      headers: {
        ...(own as Record<string, string>),
        Authorization: await this.signature(new URL(address).origin),
      },
      body,
    })
    if (outcome.kind !== "answer") return refusal(WEB_PUSH, outcome, explain)!
    const { status } = outcome
    const error = `web-push: ${status} ${explain(outcome.body)}`.trim().slice(0, 500)
    if (status >= 200 && status < 300)
      return { state: "accepted", providerId: outcome.headers.get("location") }
    if (GONE.has(status)) return { state: "gone", error }
    if (REFUSED.has(status)) return { state: "failed", class: "rejected", error }
    return refusal(WEB_PUSH, outcome, explain) ?? { state: "failed", class: "rejected", error }
  }

  /** Signing is most of the work, and the same for every message to a service. */
  private async signature(origin: string): Promise<string> {
    const now = Math.floor(Date.now() / 1_000)
    const stored = this.signed.get(origin)
    if (stored && stored.until > now) return stored.header
    const { publicKey, privateKey } = await this.options.keys()
    const { Authorization: header } = getVapidHeaders(
      origin,
      this.options.subject,
      publicKey,
      privateKey,
      "aes128gcm",
      now + SIGNED_FOR_S
    )
    this.signed.set(origin, { header, until: now + SIGNED_FOR_S / 2 })
    return header
  }
}

/** A message that still waits for a device is replaced by itself: it is never there twice (RFC 8030, 5.4). */
function topicOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url").slice(0, 32)
}

function explain(body: unknown): string {
  return (typeof body === "string" ? body : JSON.stringify(body ?? "")).slice(0, 300)
}
