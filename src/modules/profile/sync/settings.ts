import { type Db, queryOne } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { STORE_CURRENCY } from "../shop/store"

/** What the sync needs to know of the shop, beside its rows. */
export type SyncSettings = {
  /** ISO 4217 code, lower case: the currency in which revenue is kept. */
  currency: string
  options: EngageOptions
}

/** The currency of the options, else the store's default, else euro. */
export async function readSettings(db: Db, options: EngageOptions): Promise<SyncSettings> {
  if (options.currency) return { currency: options.currency, options }
  const store = await queryOne<{ code: string }>(db, STORE_CURRENCY)
  return { currency: store?.code.toLowerCase() ?? "eur", options }
}
