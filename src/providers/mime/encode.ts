const MAX_ENCODED_BYTES = 45
const MAX_PLAIN_HEADER = 900
const LINE_BYTES = 57
const LINE_CHARS = 76

/** Header text as RFC 2047 wants it: plain when it can stand as it is, else in encoded words on folded lines. */
export function encodeHeaderText(value: string): string {
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

/** Text as base64 in lines of 76 characters, each ended by CRLF. */
export function base64Lines(text: string): string {
  const bytes = Buffer.from(text)
  const encoded = bytes.toString("base64")
  const lines = Math.ceil(bytes.length / LINE_BYTES)
  let out = ""
  for (let i = 0; i < lines; i++)
    out += encoded.slice(i * LINE_CHARS, (i + 1) * LINE_CHARS) + "\r\n"
  return out
}
