/**
 * Does something with each item, one after the other, and answers the results in that order. For statements of a
 * transaction: it has one connection, on which nothing can run at once.
 */
export async function inTurn<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}
