/** Memory that grows, and is written again and again. */
export class ByteBuffer {
  bytes = Buffer.allocUnsafe(65_536)
  length = 0

  /** Makes room for as many more bytes. */
  reserve(size: number): void {
    if (this.bytes.length - this.length >= size) return
    const larger = Buffer.allocUnsafe((this.length + size) * 2)
    this.bytes.copy(larger, 0, 0, this.length)
    this.bytes = larger
  }

  /** ASCII text as it stands. */
  ascii(text: string): void {
    this.reserve(text.length)
    this.length += this.bytes.write(text, this.length, "latin1")
  }

  /** Any text. */
  utf8(text: string): void {
    this.reserve(text.length * 3)
    this.length += this.bytes.write(text, this.length, "utf8")
  }

  /** Bytes as they stand. */
  copy(source: Buffer): void {
    this.reserve(source.length)
    this.length += source.copy(this.bytes, this.length)
  }
}
