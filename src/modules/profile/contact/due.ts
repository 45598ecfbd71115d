import { type Db, execute, query } from "../../../lib/db"
import { CLAIM_CONTACTS, WRITE_CONTACTS } from "../sql/contact"
import { readEmail } from "./email"
import { readPhone } from "./phone"
import { guessTimeZone } from "./time-zone"

/** Profiles read in one transaction; the phone library makes about 27,000 a second. */
const BATCH = 5_000

type RawContact = {
  profile_id: string
  email: string | null
  phone: string | null
  country: string | null
}

/**
 * Normalises contact values that changed: e-mail and its provider, phone as E.164 with its type, time zone with its source.
 * @returns whether there may be more to do
 */
export async function readDueContacts(
  db: Db,
  shop: { country?: string; timeZone: string }
): Promise<boolean> {
  return db.transaction(async (trx) => {
    const due = await query<RawContact>(trx, CLAIM_CONTACTS, { limit: BATCH })
    if (!due.length) return false
    const rows = due.map((raw) => contactFacts(raw, shop))
    await execute(trx, WRITE_CONTACTS, { rows: JSON.stringify(rows) })
    return due.length === BATCH
  })
}

function contactFacts(raw: RawContact, shop: { country?: string; timeZone: string }) {
  const email = readEmail(raw.email)
  const phone = readPhone(raw.phone, raw.country ?? shop.country ?? null)
  const zone = guessTimeZone({
    country: raw.country,
    phoneCountry: phone.country,
    shopZone: shop.timeZone,
  })
  return {
    id: Number(raw.profile_id),
    email: email.email,
    email_status: email.status,
    email_reason: email.reason,
    email_provider: email.provider,
    phone: phone.phone,
    phone_status: phone.status,
    phone_reason: phone.reason,
    phone_type: phone.type,
    country: raw.country,
    time_zone: zone.zone,
    time_zone_source: zone.source,
    time_zone_confidence: zone.confidence,
  }
}
