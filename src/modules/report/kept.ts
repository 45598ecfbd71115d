import { type Db, execute, queryOne } from "../../lib/db"
import { FORGET_KEPT, KEEP, KEPT } from "./sql/kept"

/** What is about more people is not counted while somebody looks. */
export const LARGE = 20_000
/** Counting takes at most this share of the time, however often somebody looks; and not more than once in some seconds. */
const SHARE = 20
const LEAST_MS = 5_000
/** From this age on numbers are counted while somebody waits, so that what keeps failing is seen. */
const MOST_MS = 3_600_000

export type Kept<Numbers> = { numbers: Numbers; counted_at: Date }

const running = new Map<string, Promise<unknown>>()

/**
 * Numbers as they were counted last. Old ones are given at once and counted anew beside it; only the first look waits.
 * @param key - what is counted
 * @param count - counts it; what it answers has to survive JSON
 */
export async function kept<Numbers>(
  db: Db,
  key: string,
  count: () => Promise<Numbers>
): Promise<Kept<Numbers>> {
  const known = await queryOne<Kept<Numbers> & { took_ms: number }>(db, KEPT, { key })
  const age = known ? Date.now() - known.counted_at.getTime() : Infinity
  if (!known || age > MOST_MS) return countOnce(db, key, count)
  if (age > Math.max(LEAST_MS, SHARE * known.took_ms)) countOnce(db, key, count).catch(() => {})
  return known
}

/** Forgets all numbers: something was taken out of what they were counted from. */
export async function forgetKept(db: Db): Promise<void> {
  await execute(db, FORGET_KEPT)
}

/** In one process one at a time: who comes while it is counted takes the same. */
function countOnce<Numbers>(
  db: Db,
  key: string,
  count: () => Promise<Numbers>
): Promise<Kept<Numbers>> {
  const under = running.get(key) as Promise<Kept<Numbers>> | undefined
  if (under) return under
  const work = recount(db, key, count).finally(() => running.delete(key))
  running.set(key, work)
  return work
}

async function recount<Numbers>(db: Db, key: string, count: () => Promise<Numbers>) {
  const counted_at = new Date()
  const numbers = await count()
  await execute(db, KEEP, {
    key,
    numbers: JSON.stringify(numbers),
    counted_at,
    took_ms: Date.now() - counted_at.getTime(),
  })
  return { numbers, counted_at }
}
