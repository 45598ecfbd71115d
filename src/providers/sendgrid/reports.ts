import { createPublicKey, type KeyObject, verify } from "node:crypto"
import {
  type BounceClass,
  type DeliveryReport,
  NotSignedError,
  type ReportReader,
  type WebhookRequest,
} from "../provider"
import { classOfStatus, statusIn } from "../reports/bounce-class"
import { jsonBody, TOLERANCE_MS } from "../reports/signed"

/** The custom argument that brings a message's token back in its events. */
export const TOKEN_ARG = "engage"

const SIGNATURE = "x-twilio-email-event-webhook-signature"
const TIMESTAMP = "x-twilio-email-event-webhook-timestamp"

type Event = {
  event: string
  timestamp: number
  type?: string
  status?: string
  reason?: string
  response?: string
  [TOKEN_ARG]?: string
}

/** SendGrid's signed events: ECDSA over the timestamp and the body as it came. */
export class SendGridReports implements ReportReader {
  private readonly key: KeyObject

  /** @param publicKey - as SendGrid shows it: base64 of a DER key */
  constructor(publicKey: string) {
    this.key = createPublicKey({
      key: Buffer.from(publicKey, "base64"),
      format: "der",
      type: "spki",
    })
  }

  async read(request: WebhookRequest): Promise<DeliveryReport[]> {
    this.verify(request)
    const events = jsonBody(request.body)
    return Array.isArray(events) ? (events as Event[]).flatMap(toReport) : []
  }

  private verify({ headers, body, now }: WebhookRequest): void {
    const timestamp = headers[TIMESTAMP] ?? ""
    const signed = Buffer.concat([Buffer.from(timestamp), body])
    const signature = Buffer.from(headers[SIGNATURE] ?? "", "base64")
    if (!verify("sha256", signed, this.key, signature)) throw new NotSignedError("wrong signature")
    if (Math.abs(Number(timestamp) * 1_000 - now.getTime()) > TOLERANCE_MS)
      throw new NotSignedError("signed too long ago")
  }
}

function toReport(event: Event): DeliveryReport[] {
  const token = event[TOKEN_ARG]
  if (!token) return []
  const detail = event.reason ?? event.response ?? ""
  const code = event.status && /^\d\.\d+\.\d+$/.test(event.status) ? event.status : statusIn(detail)
  const base = { token, at: new Date(event.timestamp * 1_000), code, detail }
  switch (event.event) {
    case "delivered":
      return [{ ...base, kind: "delivered" }]
    case "spamreport":
      return [{ ...base, kind: "complained" }]
    case "bounce":
      return [{ ...base, kind: "bounced", class: classOfBounce(event, code) }]
    case "dropped":
      return [{ ...base, kind: "bounced", class: classOfDrop(detail) }]
    default:
      return []
  }
}

/** `blocked` is SendGrid's word for a refusal that is about the sender or passes. */
function classOfBounce({ type }: Event, code: string | null): BounceClass {
  if (type === "blocked") return code?.startsWith("4.") ? "soft" : "sender"
  return code ? classOfStatus(code) : "hard"
}

/** SendGrid does not try what bounced, complained or is no address before. */
function classOfDrop(reason: string): BounceClass {
  return /bounced address|invalid/i.test(reason) ? "hard" : "sender"
}
