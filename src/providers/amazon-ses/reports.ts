import {
  type BounceClass,
  type DeliveryReport,
  NotSignedError,
  type ReportReader,
  type WebhookRequest,
} from "../provider"
import { classOfStatus, statusIn } from "../reports/bounce-class"
import { jsonBody } from "../reports/signed"
import { amazonUrl, type CertificateFetcher, type SnsMessage, verifySns } from "./sns"

/** The message tag that brings a message's token back in its events. */
export const TOKEN_TAG = "engage"

const FETCH_TIMEOUT_MS = 5_000
const MAX_CERTIFICATES = 10
const MAX_CERTIFICATE_CHARS = 20_000

type Event = {
  eventType?: string
  mail?: { tags?: Record<string, string[]> }
  delivery?: { timestamp: string; smtpResponse?: string }
  complaint?: { timestamp: string; complaintFeedbackType?: string }
  bounce?: {
    timestamp: string
    bounceType: string
    bounceSubType?: string
    bouncedRecipients?: { status?: string; diagnosticCode?: string }[]
  }
}

/** SES's events as SNS brings them; a new subscription of the topic is confirmed by itself. */
export class AmazonSesReports implements ReportReader {
  constructor(
    private readonly topicArn: string,
    private readonly certificate: CertificateFetcher,
    private readonly confirm: (url: string) => Promise<unknown> = fetchOnce
  ) {}

  async read({ body }: WebhookRequest): Promise<DeliveryReport[]> {
    const message = jsonBody(body) as SnsMessage
    await verifySns(message, this.topicArn, this.certificate)
    if (message.Type === "SubscriptionConfirmation") {
      const url = amazonUrl(message.SubscribeURL)
      if (!url) throw new NotSignedError("the subscription's address is not Amazon's")
      await this.confirm(url.href)
    }
    if (message.Type !== "Notification") return []
    return toReports(jsonBody(Buffer.from(message.Message)) as Event)
  }
}

function toReports({ mail, delivery, complaint, bounce }: Event): DeliveryReport[] {
  const token = mail?.tags?.[TOKEN_TAG]?.[0]
  if (!token) return []
  if (delivery) {
    const detail = delivery.smtpResponse ?? ""
    return [{ token, kind: "delivered", at: new Date(delivery.timestamp), code: null, detail }]
  }
  if (complaint) {
    const detail = complaint.complaintFeedbackType ?? ""
    return [{ token, kind: "complained", at: new Date(complaint.timestamp), code: null, detail }]
  }
  if (!bounce) return []
  const { status, diagnosticCode = "" } = bounce.bouncedRecipients?.[0] ?? {}
  const code = status ?? statusIn(diagnosticCode)
  const detail = [bounce.bounceSubType, diagnosticCode].filter(Boolean).join(": ")
  const kind = classOf(bounce, code)
  return [{ token, kind: "bounced", class: kind, at: new Date(bounce.timestamp), code, detail }]
}

/** SES has decided about permanence already; what is permanent and not about the address is ours. */
function classOf(
  { bounceType, bounceSubType }: NonNullable<Event["bounce"]>,
  code: string | null
): BounceClass {
  if (bounceType === "Permanent") {
    if (code) return classOfStatus(code)
    return bounceSubType === "General" || bounceSubType === "NoEmail" ? "hard" : "sender"
  }
  if (bounceSubType === "ContentRejected" || bounceSubType === "MessageTooLarge") return "sender"
  return "soft"
}

const certificates = new Map<string, string>()

/** Fetches a signing certificate once; keeps few, so that nobody fills the memory with made-up names. */
export async function fetchCertificate(url: string): Promise<string> {
  const kept = certificates.get(url)
  if (kept) return kept
  const text = await (await fetchOnce(url)).text()
  if (text.length > MAX_CERTIFICATE_CHARS) throw new NotSignedError("that is no certificate")
  if (certificates.size >= MAX_CERTIFICATES) certificates.clear()
  certificates.set(url, text)
  return text
}

async function fetchOnce(url: string): Promise<Response> {
  const response = await fetch(url, {
    redirect: "error",
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
  })
  if (!response.ok) throw new NotSignedError(`Amazon answered ${response.status}`)
  return response
}
