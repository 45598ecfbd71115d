/**
 * Deals with rows in rounds, in each of which every key stands once: what a later row says about the same thing is written
 * after what an earlier one said.
 * @returns the results in the order of the rows
 */
export async function inRounds<Row, Result>(
  rows: Row[],
  keyOf: (row: Row) => string,
  deal: (round: Row[]) => Promise<Result[]>
): Promise<Result[]> {
  const results = new Map<Row, Result>()
  for (let left = rows; left.length;) {
    const taken = new Set<string>()
    const round: Row[] = []
    const later: Row[] = []
    for (const row of left) {
      const key = keyOf(row)
      ;(taken.has(key) ? later : round).push(row)
      taken.add(key)
    }
    const dealt = await deal(round)
    round.forEach((row, i) => results.set(row, dealt[i]))
    left = later
  }
  return rows.map((row) => results.get(row)!)
}
