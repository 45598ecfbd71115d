import type { OutgoingMessage } from "../provider"
import { ByteBuffer } from "./byte-buffer"
import type { DkimSigner } from "./dkim"
import { encodeHeader } from "./encode"
import { mailHeaders } from "./headers"
import { QuotedPrintable } from "./quoted-printable"

// Has "=_", which quoted-printable has not, so that it can stand in no part.
const BOUNDARY = "=_engage_alternative"
const FORM: [name: string, value: string][] = [
  ["MIME-Version", "1.0"],
  ["Content-Type", `multipart/alternative; boundary="${BOUNDARY}"`],
]
const TEXT_HEAD = partHead("text/plain")
const HTML_HEAD = `\r\n${partHead("text/html")}`
const END = `\r\n--${BOUNDARY}--\r\n`
const DOT = ".\r\n"
/** Left free before the first header for a signature, whose text is known last. */
const SIGNATURE_ROOM = 2_048

/**
 * Writes messages for SMTP's DATA into memory that is used again and again: one buffer a connection, because a general
 * MIME builder, or new memory for each message, costs more than everything else about sending it.
 *
 * Parts are quoted-printable, so that no line is too long, none starts with a dot, there is no bare CR or LF for a server
 * to stumble over, and what all messages share is encoded once.
 */
export class MimeBuffer {
  private readonly out = new ByteBuffer()
  private readonly body = new QuotedPrintable(this.out)

  constructor(private readonly signer?: DkimSigner) {}

  /** The message with the dot that ends DATA; valid until the next call. */
  build(message: OutgoingMessage): Buffer {
    const headers = [...mailHeaders(message), ...FORM].map(([name, value]): [string, string] => [
      name,
      encodeHeader(name, value),
    ])
    this.out.length = 0
    this.out.reserve(SIGNATURE_ROOM)
    this.out.length = SIGNATURE_ROOM
    this.out.ascii(headers.map(([name, value]) => `${name}: ${value}\r\n`).join("") + "\r\n")
    const bodyStart = this.out.length
    this.out.ascii(TEXT_HEAD)
    this.body.write(message.text)
    this.out.ascii(HTML_HEAD)
    this.body.write(message.html)
    this.out.ascii(END)
    const start = this.sign(headers, bodyStart)
    this.out.ascii(DOT)
    return this.out.bytes.subarray(start, this.out.length)
  }

  /** Writes the signature before the first header. @returns where the message begins */
  private sign(headers: [string, string][], bodyStart: number): number {
    if (!this.signer) return SIGNATURE_ROOM
    const body = this.out.bytes.subarray(bodyStart, this.out.length)
    const line = this.signer.header(headers, body)
    const start = SIGNATURE_ROOM - line.length
    this.out.bytes.write(line, start, "latin1")
    return start
  }
}

function partHead(type: string): string {
  return `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
}
