const DELIMITERS = [",", ";", "\t", "|"]

/** How a text file is encoded, by its first bytes: a byte order mark, else UTF-8 when it is valid, else Windows-1252. */
export function sniffEncoding(head: Buffer): "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  try {
    // A character may be cut at the end of the head.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true })
    return "utf-8"
  } catch {
    return "windows-1252"
  }
}

/** What separates the columns of a CSV file: the sign that its first line has most often outside quotes. */
export function sniffDelimiter(head: string): string {
  const line = head.split(/\r\n|\n|\r/).find((text) => text.trim() !== "") ?? ""
  const bare = line.replace(/"(?:[^"]|"")*"/g, "")
  const counts = DELIMITERS.map((sign) => bare.split(sign).length - 1)
  const most = Math.max(...counts)
  return most > 0 ? DELIMITERS[counts.indexOf(most)] : ","
}

/** What a file is, by its first text. */
export function sniffFormat(head: string): "csv" | "json" | "ndjson" {
  const first = head.replace(/^\uFEFF/, "").trimStart()[0]
  if (first === "[") return "json"
  return first === "{" ? "ndjson" : "csv"
}
