import { encodeHeader } from "./encode"
import { oneLine } from "./headers"
import type { AttachedFile } from "../provider"

/** RFC 2045, 6.8. */
const LINE = /.{1,76}/g

const parts = new WeakMap<AttachedFile["base64"], Buffer>()

/** A file as a part of a message between `boundary` lines, encoded once for all messages that it goes along with. */
export function attachmentPart(boundary: string, file: AttachedFile): Buffer {
  let part = parts.get(file.base64)
  if (!part) parts.set(file.base64, (part = encode(boundary, file)))
  return part
}

function encode(boundary: string, { name, type, base64 }: AttachedFile): Buffer {
  const head = [
    `--${boundary}`,
    `Content-Type: ${oneLine(type)}; name="${encodeHeader("Subject", quotable(name))}"`,
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: attachment; ${fileName(quotable(name))}`,
  ].join("\r\n")
  const lines = base64.text.match(LINE) ?? []
  return Buffer.from(`${head}\r\n\r\n${lines.join("\r\n")}\r\n`, "latin1")
}

/** RFC 2231: a name that is not ASCII is written in UTF-8, byte by byte. */
function fileName(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return `filename="${name}"`
  return `filename*=utf-8''${encodeURIComponent(name).replace(/['()*]/g, escapeByte)}`
}

function escapeByte(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`
}

/** What would end the quotes, or start another header, is no part of a name. */
function quotable(name: string): string {
  return oneLine(name).replace(/["\\]/g, "'")
}
