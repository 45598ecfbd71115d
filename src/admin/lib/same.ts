/** Whether two values made of plain data are the same, in whatever order their keys stand: the database has an order of its own. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [a, b].map(said) as [[string, unknown][], [string, unknown][]]
  const others = new Map(right)
  return left.length === right.length && left.every(([key, value]) => same(value, others.get(key)))
}

/** Entries of an object without those that are not sent. */
function said(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, one]) => one !== undefined)
}
