import { FixedText, type Pieces } from "../../lib/pieces"
import { ByteBuffer } from "../mime/byte-buffer"

/** A text in pieces that stands for a string of JSON. */
export class TextValue {
  constructor(readonly pieces: Pieces) {}
}

type Json =
  string | number | boolean | null | undefined | TextValue | Json[] | { [key: string]: Json }

/** What JSON says as it stands: ASCII without quotes, backslashes and control characters. */
const PLAIN = /^[ !#-[\]-~]*$/

const escaped = new WeakMap<FixedText, Buffer>()

/**
 * A value as the bytes of JSON, as `JSON.stringify` would write it. Fixed text is escaped once and copied from then on: most
 * of a message is the same for everybody.
 */
export function jsonBody(value: Json): Buffer {
  const out = new ByteBuffer()
  write(out, value ?? null)
  return out.bytes.subarray(0, out.length)
}

function write(out: ByteBuffer, value: Json): void {
  if (value instanceof TextValue) return text(out, value.pieces)
  if (typeof value !== "object" || value === null) return out.utf8(JSON.stringify(value ?? null))
  const list = Array.isArray(value)
  const parts = Object.entries(value).filter(([, part]) => list || part !== undefined)
  out.ascii(list ? "[" : "{")
  parts.forEach(([key, part], i) => {
    if (i) out.ascii(",")
    if (!list) out.utf8(`${JSON.stringify(key)}:`)
    write(out, part)
  })
  out.ascii(list ? "]" : "}")
}

function text(out: ByteBuffer, pieces: Pieces): void {
  out.ascii('"')
  for (const piece of pieces) {
    if (typeof piece !== "string") out.copy(fixed(piece))
    else if (PLAIN.test(piece)) out.ascii(piece)
    else out.utf8(inner(piece))
  }
  out.ascii('"')
}

function fixed(piece: FixedText): Buffer {
  let bytes = escaped.get(piece)
  if (!bytes) escaped.set(piece, (bytes = Buffer.from(inner(piece.text))))
  return bytes
}

/** What stands between the quotes. */
function inner(piece: string): string {
  return JSON.stringify(piece).slice(1, -1)
}
