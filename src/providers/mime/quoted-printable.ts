import { FixedText, type Pieces } from "../../lib/pieces"
import { ByteBuffer } from "./byte-buffer"

/** RFC 2045, 6.7: 76 characters with the sign of a soft break; two less, so that a blank at the end can be encoded. */
const LONGEST_LINE = 73
const SOFT_BREAK_BYTES = 3
const TAB = 9
const LF = 10
const CR = 13
const BLANK = 32
const DOT = 46
const EQUALS = 61
const HEX = Buffer.from("0123456789ABCDEF")
/** Bytes that stand for themselves. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number((byte >= BLANK && byte < 127 && byte !== EQUALS) || byte === TAB)
)

const NOT_PLAIN = /[^\t -<>-~]/

const encoded = new WeakMap<FixedText, Buffer>()

/**
 * Writes a text as quoted-printable (RFC 2045): lines of at most 76 ASCII characters, none of which starts with a dot, and
 * line breaks as CR LF. Fixed text is encoded once and copied from then on, each on lines of its own.
 */
export class QuotedPrintable {
  private raw = Buffer.allocUnsafe(4_096)
  private column = 0

  constructor(private readonly out: ByteBuffer) {}

  /** One part's body, without a line break after it. */
  write(pieces: Pieces): void {
    this.column = 0
    for (const piece of pieces) {
      if (typeof piece === "string") this.text(piece)
      else this.fixed(piece)
    }
    this.end()
  }

  private fixed(piece: FixedText): void {
    let bytes = encoded.get(piece)
    if (!bytes) encoded.set(piece, (bytes = QuotedPrintable.alone(piece.text)))
    this.out.reserve(SOFT_BREAK_BYTES)
    this.breakLine()
    this.out.copy(bytes)
  }

  private text(text: string): void {
    this.reserve(text.length)
    if (NOT_PLAIN.test(text)) this.bytes(text)
    else this.plain(text)
  }

  /** Characters that stand for themselves, which is nearly all of a text: a line at once. */
  private plain(text: string): void {
    const { out } = this
    for (let at = 0; at < text.length;) {
      if (this.column >= LONGEST_LINE) this.breakLine()
      if (this.column === 0 && text.charCodeAt(at) === DOT) {
        this.byte(DOT, NaN)
        at += 1
        continue
      }
      const end = Math.min(text.length, at + LONGEST_LINE - this.column)
      const piece = at || end < text.length ? text.slice(at, end) : text
      out.length += out.bytes.write(piece, out.length, "latin1")
      this.column += end - at
      at = end
    }
  }

  /** Text that is not ASCII. */
  private bytes(text: string): void {
    const most = text.length * 3
    if (this.raw.length < most) this.raw = Buffer.allocUnsafe(most * 2)
    const length = this.raw.write(text, 0, "utf8")
    this.reserve(length)
    for (let i = 0; i < length; i++) this.byte(this.raw[i], i + 1 < length ? this.raw[i + 1] : NaN)
  }

  /** Three characters a byte at most, and a soft break for every line of them. */
  private reserve(bytes: number): void {
    this.out.reserve(bytes * 3 + (Math.ceil((bytes * 3) / (LONGEST_LINE - 2)) + 2) * 3)
  }

  private byte(byte: number, next: number): void {
    if (byte === LF) return this.newLine()
    if (byte === CR && next === LF) return
    const plain = PLAIN[byte] === 1 && !(byte === DOT && this.column === 0)
    if (this.column + (plain ? 1 : 3) > LONGEST_LINE) {
      this.breakLine()
      return this.byte(byte, next)
    }
    if (plain) {
      this.out.bytes[this.out.length++] = byte
      this.column += 1
    } else {
      this.escape(byte)
      this.column += 3
    }
  }

  private escape(byte: number): void {
    const { out } = this
    out.bytes[out.length++] = EQUALS
    out.bytes[out.length++] = HEX[byte >> 4]
    out.bytes[out.length++] = HEX[byte & 15]
  }

  private newLine(): void {
    this.escapeLastBlank()
    this.lineEnd()
  }

  private lineEnd(): void {
    const { out } = this
    out.bytes[out.length++] = CR
    out.bytes[out.length++] = LF
    this.column = 0
  }

  /** A blank at the end of a line would be lost on the way. */
  private escapeLastBlank(): void {
    const { out } = this
    const last = out.bytes[out.length - 1]
    if (this.column === 0 || (last !== BLANK && last !== TAB)) return
    out.reserve(3)
    out.length -= 1
    this.escape(last)
  }

  private breakLine(): void {
    if (!this.column) return
    this.out.bytes[this.out.length++] = EQUALS
    this.lineEnd()
  }

  /** A soft break at the very end would leave a lone sign behind. */
  private end(): void {
    const { out } = this
    const { bytes, length } = out
    const soft = length > 2 && bytes[length - 3] === EQUALS && bytes[length - 1] === LF
    if (this.column === 0 && soft) {
      out.length -= SOFT_BREAK_BYTES
      this.column = 1
    }
    this.escapeLastBlank()
  }

  private static alone(text: string): Buffer {
    const out = new ByteBuffer()
    const writer = new QuotedPrintable(out)
    writer.text(text)
    writer.breakLine()
    return Buffer.from(out.bytes.subarray(0, out.length))
  }
}
