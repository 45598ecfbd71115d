import type { OutgoingMessage } from "../provider"
import { encodeHeader } from "./encode"
import { mailHeaders } from "./headers"

// Has an underscore, which base64 has not, so that it can stand in no part.
const BOUNDARY = "=_engage_alternative"
const HEAD_END = `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n\r\n`
const TEXT_HEAD = partHead("text/plain")
const HTML_HEAD = partHead("text/html")
const END = `--${BOUNDARY}--\r\n.\r\n`

const LINE_BYTES = 57
const CR = 13
const LF = 10
const PADDING = 61
const ALPHABET = Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
/** Two characters for each twelve bits. */
const PAIRS = Uint16Array.from(
  { length: 4096 },
  (_, i) => ALPHABET[i >> 6] | (ALPHABET[i & 63] << 8)
)

/**
 * Writes messages for SMTP's DATA into memory that is used again and again: one buffer a connection, because a general
 * MIME builder, or new memory for each message, costs more than everything else about sending it.
 *
 * Parts are base64, so that no line is too long, none starts with a dot, and there is no bare CR or LF for a server to
 * stumble over.
 */
export class MimeBuffer {
  private raw = Buffer.allocUnsafe(32_768)
  private out = Buffer.allocUnsafe(65_536)
  private at = 0

  /** The message with the dot that ends DATA; valid until the next call. */
  build(message: OutgoingMessage): Buffer {
    const head = mailHeaders(message)
      .map(([name, value]) => `${name}: ${encodeHeader(name, value)}\r\n`)
      .join("")
    this.at = 0
    this.ascii(head + HEAD_END + TEXT_HEAD)
    this.base64(message.text)
    this.ascii(HTML_HEAD)
    this.base64(message.html)
    this.ascii(END)
    return this.out.subarray(0, this.at)
  }

  private ascii(text: string): void {
    this.reserve(text.length)
    this.at += this.out.write(text, this.at, "latin1")
  }

  /** Lines of 76 characters. */
  private base64(text: string): void {
    const most = text.length * 3
    if (this.raw.length < most) this.raw = Buffer.allocUnsafe(most * 2)
    const length = this.raw.write(text, 0, "utf8")
    this.reserve(Math.ceil(length / LINE_BYTES) * 78)
    const { raw, out } = this
    let at = this.at
    for (let i = 0; i < length;) {
      const end = Math.min(i + LINE_BYTES, length)
      for (; i + 3 <= end; i += 3) {
        const bits = (raw[i] << 16) | (raw[i + 1] << 8) | raw[i + 2]
        const high = PAIRS[bits >> 12]
        const low = PAIRS[bits & 4095]
        out[at] = high & 255
        out[at + 1] = high >> 8
        out[at + 2] = low & 255
        out[at + 3] = low >> 8
        at += 4
      }
      if (i < end) {
        at = lastGroup(raw, i, end, out, at)
        i = end
      }
      out[at++] = CR
      out[at++] = LF
    }
    this.at = at
  }

  private reserve(bytes: number): void {
    if (this.out.length - this.at >= bytes) return
    const larger = Buffer.allocUnsafe((this.at + bytes) * 2)
    this.out.copy(larger, 0, 0, this.at)
    this.out = larger
  }
}

/** One or two bytes at the end of a text, padded to four characters. */
function lastGroup(raw: Buffer, from: number, end: number, out: Buffer, at: number): number {
  const hasTwo = from + 1 < end
  const bits = (raw[from] << 16) | (hasTwo ? raw[from + 1] << 8 : 0)
  out[at] = ALPHABET[bits >> 18]
  out[at + 1] = ALPHABET[(bits >> 12) & 63]
  out[at + 2] = hasTwo ? ALPHABET[(bits >> 6) & 63] : PADDING
  out[at + 3] = PADDING
  return at + 4
}

function partHead(type: string): string {
  return `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n`
}
