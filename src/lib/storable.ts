/** Postgres stores neither NUL nor half of a surrogate pair in text. */
export const UNSTORABLE =
  /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** What is wrong with such text. */
export const UNSTORABLE_SAYS = "characters that no text may hold (NUL or half a surrogate pair)"

/** Whether text can be stored. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text)
}

/** Whether Postgres refused a value, rather than failed: SQLSTATE class 22. */
export function isDataException(error: unknown): boolean {
  return /^22/.test(String((error as { code?: unknown })?.code))
}
