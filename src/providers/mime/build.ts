import type { OutgoingMessage } from "../provider"
import { base64Lines, encodeHeaderText } from "./encode"
import { mailHeaders } from "./headers"

// Has an underscore, which base64 has not, so that it can stand in no part.
const BOUNDARY = "=_engage_alternative"

/**
 * A message as bytes for SMTP's DATA, ended by CRLF. Parts are base64, so no line is too long, none starts with a dot,
 * and there is no bare CR or LF for a server to stumble over.
 */
export function buildMime(message: OutgoingMessage): Buffer {
  const headers = mailHeaders(message).map(
    ([name, value]) => `${name}: ${encodeHeader(name, value)}`
  )
  return Buffer.from(
    headers.join("\r\n") +
      "\r\nMIME-Version: 1.0" +
      `\r\nContent-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n\r\n` +
      part("text/plain", message.text) +
      part("text/html", message.html) +
      `--${BOUNDARY}--\r\n`,
    "latin1"
  )
}

function part(type: string, text: string): string {
  return (
    `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
    base64Lines(text)
  )
}

/** An address in angle brackets is never encoded, only the name before it. */
function encodeHeader(name: string, value: string): string {
  if (name !== "From") return encodeHeaderText(value)
  const at = value.lastIndexOf(" <")
  if (at < 0) return value
  const display = value.slice(0, at)
  const encoded = encodeHeaderText(display)
  // A quoted name that needs encoding is encoded without its quotes.
  const shown = encoded === display ? display : encodeHeaderText(unquote(display))
  return `${shown}${value.slice(at)}`
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, "$1") : text
}
