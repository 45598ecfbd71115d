import { type Db, execute, query } from "../../../lib/db"
import { noteCorrected } from "../identity/duplicates"
import { readQualitySettings } from "../quality/settings"
import { CLAIM_CONTACTS, WRITE_CONTACTS } from "../sql/contact"
import { type ContactInput, contactFacts, correctedEmail } from "./facts"

/** Profiles read in one transaction; the phone library makes about 27,000 a second. */
const BATCH = 5_000

/**
 * Normalises contact values that changed: e-mail and its provider, phone as E.164 with its type and operator, the address,
 * the time zone with its source.
 * @returns whether there may be more to do
 */
export async function readDueContacts(
  db: Db,
  shop: { country?: string; timeZone: string },
  now = new Date()
): Promise<boolean> {
  return db.transaction(async (trx) => {
    const due = await query<ContactInput>(trx, CLAIM_CONTACTS, { limit: BATCH })
    if (!due.length) return false
    const rules = await readQualitySettings(trx)
    const rows = due.map((input) => contactFacts(input, { rules, shop, now }))
    await execute(trx, WRITE_CONTACTS, { rows: JSON.stringify(rows) })
    const corrected = due.filter((input) => correctedEmail(input, rules)).map(({ id }) => id)
    await noteCorrected(trx, corrected, now)
    return due.length === BATCH
  })
}
