import {
  type BounceClass,
  type DeliveryReport,
  NotSignedError,
  type ReportReader,
  type WebhookRequest,
} from "../provider"
import { statusIn } from "../reports/bounce-class"
import { jsonBody, sameSecret } from "../reports/signed"

/** The metadata that brings a message's token back in its webhooks. */
export const TOKEN_KEY = "engage"

/** Postmark's own kinds of bounce. */
const CLASSES: Record<string, BounceClass> = {
  HardBounce: "hard",
  BadEmailAddress: "hard",
  Transient: "soft",
  SoftBounce: "soft",
  DnsError: "soft",
  Unknown: "soft",
  AutoResponder: "ignore",
  AddressChange: "ignore",
  Subscribe: "ignore",
  Unsubscribe: "ignore",
  ChallengeVerification: "ignore",
  OpenRelayTest: "ignore",
}

type Payload = {
  RecordType?: string
  Type?: string
  Description?: string
  Details?: string
  BouncedAt?: string
  DeliveredAt?: string
  Metadata?: Record<string, string>
}

/** Postmark's webhooks. They carry no signature: a name and password in the address prove where they come from. */
export class PostmarkReports implements ReportReader {
  private readonly expected: string

  constructor({ user, password }: { user: string; password: string }) {
    this.expected = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`
  }

  async read({ headers, body, now }: WebhookRequest): Promise<DeliveryReport[]> {
    if (!sameSecret(headers.authorization ?? "", this.expected))
      throw new NotSignedError("wrong user or password")
    const payload = jsonBody(body) as Payload
    const token = payload.Metadata?.[TOKEN_KEY]
    if (!token) return []
    const at = new Date(payload.BouncedAt ?? payload.DeliveredAt ?? now)
    const detail = [payload.Description, payload.Details].filter(Boolean).join(" ")
    const base = { token, at, code: statusIn(payload.Details ?? ""), detail }
    if (payload.RecordType === "Delivery") return [{ ...base, kind: "delivered" }]
    if (payload.RecordType === "SpamComplaint") return [{ ...base, kind: "complained" }]
    if (payload.RecordType !== "Bounce") return []
    if (payload.Type === "SpamComplaint") return [{ ...base, kind: "complained" }]
    return [{ ...base, kind: "bounced", class: CLASSES[payload.Type ?? ""] ?? "sender" }]
  }
}
