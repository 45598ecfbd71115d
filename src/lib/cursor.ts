import { MedusaError } from "@medusajs/framework/utils"

/** A position in a sorted list: the sort key's value and the row's number as tie-breaker. */
export type Cursor = { value: string | number | null; id: number }

/** Most rows any list returns at once. */
export const MAX_PAGE = 200

/** Packs a list position into text for `next_cursor`. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString("base64url")
}

/**
 * Reads a `cursor` parameter.
 * @throws MedusaError `invalid_data` when the text is not a cursor that a list returned
 */
export function decodeCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined
  try {
    const [value, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"))
    const scalar = value === null || typeof value === "string" || typeof value === "number"
    if (scalar && Number.isSafeInteger(id)) return { value, id }
  } catch {
    // Falls through to the one error below: a cursor is opaque, so there is nothing more useful to say.
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "cursor: not a cursor of this list; pass the next_cursor of the page before, or leave it out"
  )
}

/** Cuts a list fetched with `limit + 1` rows to its page, with the cursor of the next page or `null`. */
export function page<Row>(
  rows: Row[],
  limit: number,
  position: (row: Row) => Cursor
): { rows: Row[]; next_cursor: string | null } {
  if (rows.length <= limit) return { rows, next_cursor: null }
  const kept = rows.slice(0, limit)
  return { rows: kept, next_cursor: encodeCursor(position(kept[limit - 1])) }
}
