import type { OutgoingMessage } from "../provider"
import { ByteBuffer } from "./byte-buffer"
import { encodeHeader } from "./encode"
import { mailHeaders } from "./headers"
import { QuotedPrintable } from "./quoted-printable"

// Has "=_", which quoted-printable has not, so that it can stand in no part.
const BOUNDARY = "=_engage_alternative"
const HEAD_END = `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n\r\n`
const TEXT_HEAD = partHead("text/plain")
const HTML_HEAD = `\r\n${partHead("text/html")}`
const END = `\r\n--${BOUNDARY}--\r\n.\r\n`

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

  /** The message with the dot that ends DATA; valid until the next call. */
  build(message: OutgoingMessage): Buffer {
    const head = mailHeaders(message)
      .map(([name, value]) => `${name}: ${encodeHeader(name, value)}\r\n`)
      .join("")
    this.out.length = 0
    this.out.ascii(head + HEAD_END + TEXT_HEAD)
    this.body.write(message.text)
    this.out.ascii(HTML_HEAD)
    this.body.write(message.html)
    this.out.ascii(END)
    return this.out.bytes.subarray(0, this.out.length)
  }
}

function partHead(type: string): string {
  return `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
}
