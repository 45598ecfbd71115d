import { MedusaError } from "@medusajs/framework/utils"
import { isDataException, UNSTORABLE } from "./storable"

/** A position in a sorted list: the sort key's value and the row's id (its number, or its text id) as tie-breaker. */
export type Cursor<Id = number> = { value: string | number | null; id: Id }

/** Most rows any list returns at once. */
export const MAX_PAGE = 200

/** Packs a list position into text for `next_cursor`. */
export function encodeCursor(cursor: Cursor<number | string>): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString("base64url")
}

/**
 * Reads a `cursor` parameter of a list whose rows have numbers.
 * @throws MedusaError `invalid_data` when the text is not a cursor that a list returned
 */
export function decodeCursor(text: string | undefined): Cursor | undefined {
  return decode(text, (id): id is number => Number.isSafeInteger(id))
}

/**
 * Reads a `cursor` parameter of a list whose rows have text ids, sorted by a time.
 * @throws MedusaError `invalid_data` when the text is not a cursor that a list returned
 */
export function decodeTimeCursor(text: string | undefined): Cursor<string> | undefined {
  return withTime(decode(text, (id): id is string => typeof id === "string"))
}

/**
 * Reads a `cursor` parameter of a list whose rows have numbers, sorted by a time.
 * @throws MedusaError `invalid_data` when the text is not a cursor that a list returned
 */
export function decodeNumberedTimeCursor(text: string | undefined): Cursor | undefined {
  return withTime(decodeCursor(text))
}

/**
 * Reads a `cursor` parameter of a list whose rows have text ids, sorted by a number.
 * @throws MedusaError `invalid_data` when the text is not a cursor that a list returned
 */
export function decodeTextCursor(text: string | undefined): Cursor<string> | undefined {
  const cursor = decode(text, (id): id is string => typeof id === "string")
  if (cursor && typeof cursor.value !== "number") refuseCursor()
  return cursor
}

/** Cuts a list fetched with `limit + 1` rows to its page, with the cursor of the next page or `null`. */
export function page<Row>(
  rows: Row[],
  limit: number,
  position: (row: Row) => Cursor<number | string>
): { rows: Row[]; next_cursor: string | null } {
  if (rows.length <= limit) return { rows, next_cursor: null }
  const kept = rows.slice(0, limit)
  return { rows: kept, next_cursor: encodeCursor(position(kept[limit - 1])) }
}

function decode<Id>(
  text: string | undefined,
  isId: (id: unknown) => id is Id
): Cursor<Id> | undefined {
  if (!text) return undefined
  try {
    const [value, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"))
    const scalar = value === null || typeof value === "string" || typeof value === "number"
    if (scalar && isId(id) && !UNSTORABLE.test(`${value}${id}`)) return { value, id }
  } catch {
    // A cursor is opaque: there is nothing more useful to say than the one error below.
  }
  return refuseCursor()
}

/** Times are written in one way only: what else may be read as a time here, Postgres may not read. */
function withTime<Id>(cursor: Cursor<Id> | undefined): Cursor<Id> | undefined {
  if (!cursor) return undefined
  const time = new Date(String(cursor.value))
  const kept = !Number.isNaN(time.getTime()) && time.toISOString() === cursor.value
  return kept && /^[1-9]/.test(String(cursor.value)) ? cursor : refuseCursor()
}

/**
 * Runs the statement of a list whose cursor holds a value of whatever the list is sorted by.
 * @throws MedusaError `invalid_data` when Postgres cannot read that value
 */
export async function readAfter<Result>(
  cursor: Cursor | undefined,
  read: () => Promise<Result>
): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (cursor && isDataException(error)) refuseCursor()
    throw error
  }
}

/** Says that a cursor is none of the list's. @throws MedusaError `invalid_data` */
export function refuseCursor(): never {
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "cursor: not a cursor of this list; pass the next_cursor of the page before, or leave it out"
  )
}
