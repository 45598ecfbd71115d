const MAX_ENCODED_BYTES = 45
const MAX_PLAIN_HEADER = 900

/** Headers that hold addresses: what stands in angle brackets is never encoded, only the name before it. */
const ADDRESS_HEADERS = new Set(["From"])

/** A header's value as it goes over the wire. */
export function encodeHeader(name: string, value: string): string {
  const at = ADDRESS_HEADERS.has(name) ? value.lastIndexOf(" <") : -1
  if (at < 0) return encodeText(value)
  const display = value.slice(0, at)
  if (encodeText(display) === display) return value
  // A quoted name that needs encoding is encoded without its quotes.
  return encodeText(unquote(display)) + value.slice(at)
}

/** Text as RFC 2047 wants it: plain when it can stand as it is, else in encoded words on folded lines. */
function encodeText(value: string): string {
  const plain =
    /^[\x20-\x7e]*$/.test(value) && !value.includes("=?") && value.length <= MAX_PLAIN_HEADER
  if (plain) return value
  const words: string[] = []
  let word = ""
  let bytes = 0
  for (const char of value) {
    const size = Buffer.byteLength(char)
    if (bytes + size > MAX_ENCODED_BYTES) {
      words.push(word)
      word = ""
      bytes = 0
    }
    word += char
    bytes += size
  }
  words.push(word)
  return words.map((text) => `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`).join("\r\n ")
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, "$1") : text
}
