import type { Endpoint, EndpointResult, Gateway } from "../endpoint/gateway"
import { callApi } from "../http/call"
import { refusal, unreadable } from "../http/outcome"
import type { OutgoingMessage } from "../provider"
import { pushPayload } from "../web-push/payload"
import { AccessToken, type ServiceAccount } from "./access-token"

export const FCM = "fcm"

/** Firebase keeps a message for four weeks at most. */
const MAX_TTL_S = 28 * 86_400
/** The app is gone from the device, or belongs to another sender. */
const GONE = new Set(["UNREGISTERED", "SENDER_ID_MISMATCH"])

export type FcmOptions = { serviceAccount: ServiceAccount; url: string }

type Answer = {
  name?: string
  error?: { message?: string; status?: string; details?: { errorCode?: string }[] }
}

/** Sends to apps by Firebase Cloud Messaging's HTTP v1 API. */
export class FcmGateway implements Gateway {
  readonly name = FCM
  private readonly token: AccessToken

  constructor(
    private readonly options: FcmOptions,
    private readonly reportUrl: string
  ) {
    this.token = new AccessToken(options.serviceAccount)
  }

  async send({ address }: Endpoint, message: OutgoingMessage): Promise<EndpointResult> {
    const token = await this.token.get()
    if (typeof token !== "string") return notSigned(token)
    const { url, serviceAccount } = this.options
    const outcome = await callApi(`${url}/v1/projects/${serviceAccount.project_id}/messages:send`, {
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ message: this.body(address, message) }),
    })
    if (outcome.kind !== "answer") return refusal(FCM, outcome, explain)!
    if (outcome.status === 401) this.token.drop()
    const answer = (outcome.body ?? {}) as Answer
    if (outcome.status < 300)
      return answer.name
        ? { state: "accepted", providerId: answer.name }
        : unreadable(FCM, outcome.status)
    const error = `fcm: ${outcome.status} ${explain(answer)}`.slice(0, 500)
    if (GONE.has(codeOf(answer))) return { state: "gone", error }
    return refusal(FCM, outcome, explain) ?? { state: "failed", class: "rejected", error }
  }

  /** The notification is shown by the system; `data` tells the app where a press leads, and where to report it. */
  private body(token: string, message: OutgoingMessage) {
    const { report, title, body, image, link = "", buttons } = pushPayload(message, this.reportUrl)
    const ttl = Math.min(MAX_TTL_S, (message.lifetimeMinutes ?? Infinity) * 60)
    return {
      token,
      notification: { title, body, image },
      data: { report, link, buttons: JSON.stringify(buttons) },
      android: { ttl: `${ttl}s`, notification: { tag: message.token } },
      apns: {
        headers: {
          "apns-expiration": String(Math.floor(message.date.getTime() / 1_000) + ttl),
          "apns-collapse-id": message.token,
        },
      },
    }
  }
}

/** Without a token nothing has left; whatever the reason, it may be tried again. */
function notSigned(outcome: Parameters<typeof refusal>[1]): EndpointResult {
  const error =
    outcome.kind === "answer"
      ? `fcm: no access token: ${outcome.status} ${JSON.stringify(outcome.body)}`
      : `fcm: no access token: ${outcome.error}`
  return {
    state: "deferred",
    scope: "provider",
    retryAfterMs: null,
    error: error.slice(0, 500),
  }
}

function codeOf({ error }: Answer): string {
  const named = error?.details?.find(({ errorCode }) => errorCode)?.errorCode
  return named ?? error?.status ?? ""
}

function explain(body: unknown): string {
  const answer = (body ?? {}) as Answer
  return [codeOf(answer), answer.error?.message].filter(Boolean).join(": ")
}
