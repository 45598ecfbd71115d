import { type Db, query } from "../../../lib/db"

const PUBLISHABLE_KEYS = `
  select token from api_key
  where type = 'publishable' and deleted_at is null and (revoked_at is null or revoked_at > :now)
`
const KEEP_MS = 30_000
/** A key nobody knows may have been made just now; but made-up keys must not each cost a query. */
const LOOK_AGAIN_MS = 100

type Known = { tokens: Set<string>; at: number }
const cache = new WeakMap<object, Promise<Known>>()

/** Whether a text is one of the shop's publishable keys. A key that was revoked counts for half a minute more. */
export async function isPublishableKey(db: Db, token: string, now: Date): Promise<boolean> {
  const kept = await cache.get(db)
  const age = kept ? now.getTime() - kept.at : Infinity
  if (kept && (kept.tokens.has(token) ? age < KEEP_MS : age < LOOK_AGAIN_MS))
    return kept.tokens.has(token)
  const reading = query<{ token: string }>(db, PUBLISHABLE_KEYS, { now }).then((rows) => ({
    tokens: new Set(rows.map((row) => row.token)),
    at: now.getTime(),
  }))
  cache.set(db, reading)
  reading.catch(() => cache.delete(db))
  return (await reading).tokens.has(token)
}
