const FORMULA = /^[\s\u0000-\u001f]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|]/
const NUMBER = /^[+-]?\d+([.,]\d+)?$/

/**
 * A value as it may stand in a file that people open with a spreadsheet: what would be run as a formula gets an apostrophe
 * before it (OWASP, "CSV Injection"). Numbers and international phone numbers stay as they are.
 */
export function safeCell(value: string): string {
  return FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value
}

/** {@link safeCell} taken back, for files that come home. */
export function plainCell(value: string): string {
  return value.startsWith("'") && FORMULA.test(value.slice(1)) ? value.slice(1) : value
}
