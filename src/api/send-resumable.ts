import { Readable } from "node:stream"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { contentHeaders, pipeOut } from "./send-file"

/** A file that is made while it is read, and whose bytes stay the same as long as its tag does. */
export type ResumableFile = {
  name: string
  tag: string
  /** Its length in bytes if it is known without making anything. */
  known: number | null
  /** Its length; what is missing is made first. */
  size: () => Promise<number>
  read: (from: number) => AsyncIterable<Buffer>
}

/**
 * Sends a file to be saved. A reader whose connection broke gets the rest of the very same bytes by a range (RFC 9110, 14);
 * one that asks by the tag of another making gets the whole.
 */
export async function sendResumable(
  req: MedusaRequest,
  res: MedusaResponse,
  file: ResumableFile
): Promise<void> {
  const tag = `"${file.tag}"`
  contentHeaders(res, file.name)
  res.setHeader("Accept-Ranges", "bytes")
  res.setHeader("ETag", tag)
  // Bytes that something on the way packs have other places.
  res.setHeader("Cache-Control", "no-store, no-transform")
  const asked = [undefined, tag].includes(req.headers["if-range"] as string | undefined)
  const range = asked ? rangeOf(req.headers.range) : null
  if (!range) {
    if (file.known !== null) res.setHeader("Content-Length", file.known)
    return pipeOut(Readable.from(file.read(0)), res)
  }
  const size = file.known ?? (await file.size())
  const last = Math.min(range.last ?? size - 1, size - 1)
  if (range.first > last) {
    res.setHeader("Content-Range", `bytes */${size}`)
    return void res.status(416).end()
  }
  res.status(206)
  res.setHeader("Content-Range", `bytes ${range.first}-${last}/${size}`)
  res.setHeader("Content-Length", last - range.first + 1)
  return pipeOut(Readable.from(upTo(file.read(range.first), last - range.first + 1)), res)
}

/** One range from a first byte on; others are not worth it, and who asks for them gets the whole. */
export function rangeOf(header: string | undefined): { first: number; last: number | null } | null {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? "") ?? []
  if (first === undefined || (last && Number(last) < Number(first))) return null
  return { first: Number(first), last: last ? Number(last) : null }
}

async function* upTo(bytes: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let left = length
  for await (const piece of bytes) {
    yield piece.subarray(0, left)
    left -= piece.length
    if (left <= 0) return
  }
}
