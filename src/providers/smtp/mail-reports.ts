import PostalMime, { type Attachment, type Email } from "postal-mime"
import {
  type DeliveryReport,
  NotSignedError,
  type ReportReader,
  type WebhookRequest,
} from "../provider"
import { classOfStatus, statusIn } from "../reports/bounce-class"
import { sameSecret } from "../reports/signed"
import { tokenInAddress } from "./bounce-address"

const MAX_NESTING = 20
/** Headers in which mail servers keep whom a message was for. */
const RECIPIENT_HEADERS = new Set(["delivered-to", "x-original-to", "envelope-to", "to"])

/**
 * Mail that came back: delivery reports (RFC 3464) and complaints (RFC 5965), handed over by the mail server of the
 * return path. Which message is meant says the address it came to, or the copy of the message within; other mail, such
 * as an absence note, says nothing.
 */
export class MailReports implements ReportReader {
  private readonly expected: string

  constructor(secret: string) {
    this.expected = `Bearer ${secret}`
  }

  async read({ headers, body, now }: WebhookRequest): Promise<DeliveryReport[]> {
    if (!sameSecret(headers.authorization ?? "", this.expected))
      throw new NotSignedError("wrong secret")
    return readReturnedMail(body, now)
  }
}

/**
 * What a mail that came back says; nothing when it is another mail.
 * @throws NotSignedError when it is none: no mail server makes such
 */
export async function readReturnedMail(body: Buffer, now: Date): Promise<DeliveryReport[]> {
  const mail = await parse(body)
  const part = (type: string) => mail.attachments.find(({ mimeType }) => mimeType === type)
  const token = tokenOf(mail)
  if (!token) return []
  const complaint = part("message/feedback-report")
  if (complaint) return complaints(textOf(complaint), token, now)
  const status = part("message/delivery-status")
  return status ? bounces(textOf(status), token, now) : []
}

async function parse(body: Buffer): Promise<Email> {
  try {
    const options = { forceRfc822Attachments: true, maxNestingDepth: MAX_NESTING }
    return await PostalMime.parse(body, { ...options, attachmentEncoding: "arraybuffer" })
  } catch (error) {
    throw new NotSignedError(`not a mail: ${(error as Error).message}`)
  }
}

function tokenOf(mail: Email): string | undefined {
  for (const { key, value } of mail.headers) {
    const token = RECIPIENT_HEADERS.has(key) ? tokenInAddress(value) : undefined
    if (token) return token
  }
  const copy = mail.attachments.find(({ mimeType }) =>
    /^(message\/rfc822|text\/rfc822-headers)$/.test(mimeType)
  )
  return copy && /^message-id:\s*<(m_[a-z2-7]+)@/im.exec(textOf(copy))?.[1]
}

function complaints(text: string, token: string, now: Date): DeliveryReport[] {
  const kind = field(text, "Feedback-Type") ?? ""
  if (kind.toLowerCase() !== "abuse") return []
  const at = dateOf(field(text, "Arrival-Date") ?? field(text, "Received-Date"), now)
  return [{ token, kind: "complained", at, code: null, detail: field(text, "User-Agent") ?? "" }]
}

/** A report has a block about the message, then one for its recipient. What is only late is no bounce. */
function bounces(text: string, token: string, now: Date): DeliveryReport[] {
  const [about, recipient = ""] = text.replace(/\r\n/g, "\n").trim().split(/\n\n+/)
  const at = dateOf(field(about, "Arrival-Date"), now)
  const action = field(recipient, "Action")?.toLowerCase()
  const detail = (field(recipient, "Diagnostic-Code") ?? "").replace(/^smtp;\s*/i, "")
  const code = statusOf(field(recipient, "Status"), detail)
  if (action === "delivered" || action === "relayed")
    return [{ token, kind: "delivered", at, code: null, detail }]
  if (action !== "failed") return []
  return [{ token, kind: "bounced", class: classOfStatus(code), at, code, detail }]
}

/** Servers often put a general status into the report and the exact one into the words. */
function statusOf(status: string | undefined, detail: string): string | null {
  const told = status ? statusIn(status) : null
  const said = statusIn(detail)
  return said && (!told || told.endsWith(".0.0")) ? said : told
}

function dateOf(text: string | undefined, now: Date): Date {
  const at = new Date(text ?? NaN)
  return Number.isNaN(at.getTime()) ? now : at
}

/** A field of a block, its folded lines joined. */
function field(block: string, name: string): string | undefined {
  const unfolded = block.replace(/\r\n/g, "\n").replace(/\n[ \t]+/g, " ")
  return new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(unfolded)?.[1].trim()
}

function textOf({ content }: Attachment): string {
  return typeof content === "string"
    ? content
    : Buffer.from(content as ArrayBuffer).toString("utf8")
}
