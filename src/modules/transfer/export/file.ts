import { promisify } from "node:util"
import { gunzip, gzip } from "node:zlib"
import { type Db, execute, queryOne } from "../../../lib/db"
import { INSERT_PART, LAST_PART, PART, PART_BEFORE } from "../sql/export-parts"
import type { ExportPages } from "./stream"

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** One making of the file of an export: its bytes never change. */
type ExportFile = { id: string; making: number }

type Place = {
  part: number
  /** Where it begins in the file, and its length, in bytes. */
  bytes_from: number
  bytes: number
  /** After whom the next part begins; null at the end of the file. */
  next: number | null
}
type Part = Place & { content: Buffer }

/**
 * The bytes of a file from an offset on. What was made before is read, what was not is made and kept: after a broken
 * connection or a crash it goes on where it stopped.
 */
export async function* exportBytes(
  db: Db,
  file: ExportFile,
  pages: ExportPages,
  from = 0
): AsyncGenerator<Buffer> {
  let place = await queryOne<Place>(db, PART_BEFORE, { ...file, from })
  while (!place || place.next !== null) {
    const part: Part = await partAfter(db, file, pages, place)
    const skip = Math.max(0, from - part.bytes_from)
    if (skip < part.bytes) yield (await unpack(part.content)).subarray(skip)
    place = part
  }
}

/** The length of a file in bytes; what is missing of it is made first. */
export async function exportSize(db: Db, file: ExportFile, pages: ExportPages): Promise<number> {
  let place = await queryOne<Place>(db, LAST_PART, file)
  while (!place || place.next !== null) place = await partAfter(db, file, pages, place)
  return place.bytes_from + place.bytes
}

/** {@link exportSize} of a file that is whole already. */
export async function knownSize(db: Db, file: ExportFile): Promise<number | null> {
  const last = await queryOne<Place>(db, LAST_PART, file)
  return last && last.next === null ? last.bytes_from + last.bytes : null
}

/** Of two readers who make the same part at once, the first one's is kept for both. */
async function partAfter(
  db: Db,
  file: ExportFile,
  pages: ExportPages,
  before: Place | undefined
): Promise<Part> {
  const part = before ? before.part + 1 : 0
  const known = await queryOne<Part>(db, PART, { ...file, part })
  if (known) return known
  const { text, next } = await pages(before?.next ?? 0)
  const raw = Buffer.from(text)
  const bytes_from = before ? before.bytes_from + before.bytes : 0
  const made = { part, bytes_from, bytes: raw.length, next, content: await pack(raw) }
  if (await execute(db, INSERT_PART, { ...file, ...made })) return made
  return (await queryOne<Part>(db, PART, { ...file, part }))!
}
