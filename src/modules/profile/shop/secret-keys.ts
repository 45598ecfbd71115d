import { createHash, scrypt, timingSafeEqual } from "node:crypto"
import { promisify } from "node:util"
import { type Db, query } from "../../../lib/db"

/** Medusa keeps a key's hash, and its ends in the open: they narrow the search. */
const SECRET_KEYS = `
  select token, salt from api_key
  where type = 'secret' and redacted = :redacted and deleted_at is null and (revoked_at is null or revoked_at > :now)
`
const KEEP_MS = 30_000
const MOST_KEPT = 1_000
const HASH_BYTES = 64

const derive = promisify<string, string, number, Buffer>(scrypt)
const kept = new WeakMap<object, Map<string, number>>()

/**
 * Whether a text is one of the shop's secret API keys. The hash is dear by design, so that a key that was right is believed
 * for half a minute, also when it is revoked meanwhile.
 */
export async function isSecretKey(db: Db, key: string, now: Date): Promise<boolean> {
  if (!key.startsWith("sk_")) return false
  const known = kept.get(db) ?? new Map<string, number>()
  kept.set(db, known)
  const name = createHash("sha256").update(key).digest("base64")
  if ((known.get(name) ?? -Infinity) > now.getTime() - KEEP_MS) return true
  if (!(await matches(db, key, now))) return false
  if (known.size >= MOST_KEPT) known.clear()
  known.set(name, now.getTime())
  return true
}

async function matches(db: Db, key: string, now: Date): Promise<boolean> {
  const redacted = `${key.slice(0, 6)}***${key.slice(-3)}`
  const rows = await query<{ token: string; salt: string }>(db, SECRET_KEYS, { redacted, now })
  for (const { token, salt } of rows) {
    const hash = Buffer.from(token, "hex")
    if (hash.length === HASH_BYTES && timingSafeEqual(await derive(key, salt, HASH_BYTES), hash))
      return true
  }
  return false
}
