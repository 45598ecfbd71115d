import type { OutgoingMessage } from "../provider"
import { attachmentPart } from "./attachment"
import { ByteBuffer } from "./byte-buffer"
import type { DkimSigner } from "./dkim"
import { encodeHeader } from "./encode"
import { mailHeaders } from "./headers"
import { QuotedPrintable } from "./quoted-printable"

// Has "=_", which quoted-printable has not, so that it can stand in no part.
const BOUNDARY = "=_engage_alternative"
const ALTERNATIVE = `multipart/alternative; boundary="${BOUNDARY}"`
const FILES = "=_engage_mixed"
const MIXED = `multipart/mixed; boundary="${FILES}"`
const MIXED_HEAD = `--${FILES}\r\nContent-Type: ${ALTERNATIVE}\r\n\r\n`
const MIXED_END = Buffer.from(`--${FILES}--\r\n`)
const TEXT_HEAD = partHead("text/plain")
const HTML_HEAD = `\r\n${partHead("text/html")}`
const END = `\r\n--${BOUNDARY}--\r\n`
const DOT = Buffer.from(".\r\n")
/** Left free before the first header for a signature, whose text is known last. */
const SIGNATURE_ROOM = 2_048

/**
 * Writes messages for SMTP's DATA into memory that is used again and again: one buffer a connection, because a general
 * MIME builder, or new memory for each message, costs more than everything else about sending it.
 *
 * Parts are quoted-printable, so that no line is too long, none starts with a dot, there is no bare CR or LF for a server
 * to stumble over, and what all messages share is encoded once. Files are not even copied: each is one buffer for all.
 */
export class MimeBuffer {
  private readonly out = new ByteBuffer()
  private readonly body = new QuotedPrintable(this.out)

  constructor(private readonly signer?: DkimSigner) {}

  /** The message, piece by piece, with the dot that ends DATA as the last one; valid until the next call. */
  build(message: OutgoingMessage): Buffer[] {
    const { attachments = [] } = message
    const form: [string, string][] = [
      ["MIME-Version", "1.0"],
      ["Content-Type", attachments.length ? MIXED : ALTERNATIVE],
    ]
    const headers = [...mailHeaders(message), ...form].map(([name, value]): [string, string] => [
      name,
      encodeHeader(name, value),
    ])
    this.out.length = 0
    this.out.reserve(SIGNATURE_ROOM)
    this.out.length = SIGNATURE_ROOM
    this.out.ascii(headers.map(([name, value]) => `${name}: ${value}\r\n`).join("") + "\r\n")
    const bodyStart = this.out.length
    if (attachments.length) this.out.ascii(MIXED_HEAD)
    this.out.ascii(TEXT_HEAD)
    this.body.write(message.text)
    this.out.ascii(HTML_HEAD)
    this.body.write(message.html)
    this.out.ascii(END)
    const files = attachments.map((file) => attachmentPart(FILES, file))
    const rest = files.length ? [...files, MIXED_END] : []
    const written = this.out.bytes.subarray(bodyStart, this.out.length)
    const start = this.sign(headers, [written, ...rest])
    return [this.out.bytes.subarray(start, this.out.length), ...rest, DOT]
  }

  /** Writes the signature before the first header. @returns where the message begins */
  private sign(headers: [string, string][], body: Buffer[]): number {
    if (!this.signer) return SIGNATURE_ROOM
    const line = this.signer.header(headers, body)
    const start = SIGNATURE_ROOM - line.length
    this.out.bytes.write(line, start, "latin1")
    return start
  }
}

function partHead(type: string): string {
  return `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
}
