import { Webhook } from "standardwebhooks"
import {
  type BounceClass,
  type DeliveryReport,
  NotSignedError,
  type ReportReader,
  type WebhookRequest,
} from "../provider"
import { classOfStatus, statusIn } from "../reports/bounce-class"

/** The tag that brings a message's token back in its webhooks. */
export const TOKEN_TAG = "engage"

type Payload = {
  type: string
  created_at: string
  data?: {
    tags?: Record<string, string> | { name: string; value: string }[]
    bounce?: { type?: string; subType?: string; message?: string }
  }
}

/** Resend's webhooks, signed as Svix does. */
export class ResendReports implements ReportReader {
  private readonly webhook: Webhook

  constructor(secret: string) {
    this.webhook = new Webhook(secret)
  }

  async read({ headers, body }: WebhookRequest): Promise<DeliveryReport[]> {
    const payload = this.verify(headers, body)
    const token = tokenOf(payload)
    if (!token) return []
    const base = { token, at: new Date(payload.created_at), code: null, detail: "" }
    if (payload.type === "email.delivered") return [{ ...base, kind: "delivered" }]
    if (payload.type === "email.complained") return [{ ...base, kind: "complained" }]
    if (payload.type !== "email.bounced") return []
    const { type, subType, message = "" } = payload.data?.bounce ?? {}
    const code = statusIn(message)
    const detail = [subType, message].filter(Boolean).join(": ")
    return [{ ...base, kind: "bounced", class: classOf(type, subType, code), code, detail }]
  }

  private verify(headers: WebhookRequest["headers"], body: Buffer): Payload {
    try {
      return this.webhook.verify(body.toString("utf8"), {
        "webhook-id": headers["svix-id"] ?? "",
        "webhook-timestamp": headers["svix-timestamp"] ?? "",
        "webhook-signature": headers["svix-signature"] ?? "",
      }) as Payload
    } catch (error) {
      throw new NotSignedError((error as Error).message)
    }
  }
}

function tokenOf({ data }: Payload): string | undefined {
  const tags = data?.tags
  if (Array.isArray(tags)) return tags.find(({ name }) => name === TOKEN_TAG)?.value
  return tags?.[TOKEN_TAG]
}

/** Resend's type is the word of Amazon SES under it: a permanent bounce may still be about us. */
function classOf(type = "", subType = "", code: string | null): BounceClass {
  if (type !== "Permanent") return code ? softened(classOfStatus(code)) : "soft"
  if (code) return classOfStatus(code)
  return subType === "General" || subType === "NoEmail" ? "hard" : "sender"
}

function softened(kind: BounceClass): BounceClass {
  return kind === "hard" ? "soft" : kind
}
