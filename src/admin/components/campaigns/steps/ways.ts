/** Ways `a`, `b` … and a last one, each leading where it led before. */
export function withWays(
  next: Record<string, string | null>,
  count: number,
  last: string
): Record<string, string | null> {
  const names = [...Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i)), last]
  return Object.fromEntries(names.map((way) => [way, next[way] ?? null]))
}
