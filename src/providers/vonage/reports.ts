import { createHash, createHmac } from "node:crypto"
import type { Channel } from "../../types/common"
import {
  type AgreeReport,
  type BounceClass,
  type DeliveryReport,
  NotSignedError,
  type ReportReader,
  type StopReport,
  type WebhookRequest,
} from "../provider"
import { jsonBody, sameSecret, TOLERANCE_MS } from "../reports/signed"
import { isStop } from "../reports/stop-word"

type Payload = {
  status?: string
  timestamp?: string
  client_ref?: string
  error?: { type?: string; title?: string; detail?: string }
  /** Of an answer by a person. */
  from?: string
  text?: string
  message_type?: string
  channel?: string
}

/** By Vonage's names. */
const CHANNELS: Record<string, Channel> = {
  sms: "sms",
  viber_service: "viber",
  whatsapp: "whatsapp",
}

type Claims = { iat?: number; api_key?: string; payload_hash?: string }

/** Vonage's calls, signed by a JSON Web Token (HS256) that carries the hash of the body. */
export class VonageReports implements ReportReader {
  constructor(
    private readonly secret: string,
    private readonly apiKey: string
  ) {}

  async read({
    headers,
    body,
    now,
  }: WebhookRequest): Promise<(DeliveryReport | StopReport | AgreeReport)[]> {
    this.verify(headers.authorization ?? "", body, now)
    const payload = jsonBody(body) as Payload
    const at = new Date(payload.timestamp ?? now)
    if (payload.message_type === "text") return answerOf(payload, at)
    if (!payload.client_ref) return []
    const { type = "", title, detail } = payload.error ?? {}
    const code = /#(\d+)/.exec(type)?.[1] ?? null
    const base = {
      token: payload.client_ref,
      at,
      code,
      detail: [title, detail].filter(Boolean).join(": "),
    }
    // Whoever has read it has it: the report of its arrival may have got lost.
    if (payload.status === "delivered" || payload.status === "read")
      return [{ ...base, kind: "delivered" }]
    if (payload.status !== "undeliverable" && payload.status !== "rejected") return []
    return [{ ...base, kind: "bounced", class: classOf(code, payload.channel) }]
  }

  private verify(authorization: string, body: Buffer, now: Date): void {
    const [head = "", claims = "", signature = ""] = authorization
      .replace(/^Bearer /i, "")
      .split(".")
    const expected = createHmac("sha256", this.secret)
      .update(`${head}.${claims}`)
      .digest("base64url")
    if (!sameSecret(signature, expected)) throw new NotSignedError("wrong signature")
    const { alg } = jsonBody(Buffer.from(head, "base64url")) as { alg?: string }
    const {
      iat = 0,
      api_key,
      payload_hash = "",
    } = jsonBody(Buffer.from(claims, "base64url")) as Claims
    if (alg !== "HS256" || api_key !== this.apiKey) throw new NotSignedError("not for this account")
    if (Math.abs(now.getTime() - iat * 1_000) > TOLERANCE_MS)
      throw new NotSignedError("the signature is too old")
    if (!sameSecret(payload_hash, createHash("sha256").update(body).digest("hex")))
      throw new NotSignedError("the signature is of another body")
  }
}

/** The word in the link by which somebody agrees. */
const INVITATION = /\bchat_\w{10,}\b/

/** What somebody wrote to the shop, if it is for us: no more, or yes. */
function answerOf(
  { from = "", text = "", channel: name = "sms" }: Payload,
  at: Date
): (StopReport | AgreeReport)[] {
  const address = from.startsWith("+") ? from : `+${from}`
  const channel = CHANNELS[name]
  if (isStop(text)) return [{ kind: "stopped", address, channel, at, detail: text }]
  const [invitation] = INVITATION.exec(text) ?? []
  return invitation && channel ? [{ kind: "agreed", address, channel, invitation, at }] : []
}

/** 1180 and 1120: no such number. 1020 and 1241: not reachable for now. All else is about us or the carrier. */
function classOf(code: string | null, channel = "sms"): BounceClass {
  if (code === "1120" || code === "1160" || code === "1180")
    // Nobody with this number has the app: the number itself may be fine.
    return channel === "sms" ? "hard" : "soft"
  return code === "1020" || code === "1241" || code === "1260" ? "soft" : "sender"
}
