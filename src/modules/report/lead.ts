/** What is hardly chance any more. */
const CERTAIN = 0.05

/**
 * The best of several by a rate, the first of equals; null when all are 0. `certain` says whether chance explains its lead
 * over none of the others.
 * @param chance - how likely two differ as much by chance alone
 */
export function leadOf<Row>(
  rows: Row[],
  rate: (row: Row) => number,
  chance: (a: Row, b: Row) => number
): { leader: Row | null; certain: boolean } {
  const [best, ...others] = [...rows].sort((a, b) => rate(b) - rate(a))
  if (!best || !rate(best)) return { leader: null, certain: false }
  return {
    leader: best,
    certain: others.length > 0 && others.every((row) => chance(best, row) < CERTAIN),
  }
}
