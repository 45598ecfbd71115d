import { type Db, execute } from "../../../lib/db"
import { readDueContacts } from "../contact/due"
import { START_ANEW } from "./sql/bounce"

/**
 * Reads one person's e-mail, phone, address and time zone anew from what the shop has, at once. What came back from an address
 * so far no longer counts against it.
 */
export async function recheckProfile(
  db: Db,
  profile: number,
  shop: { country?: string; timeZone: string },
  now: Date
): Promise<void> {
  await execute(db, START_ANEW, { profile, now })
  while (await readDueContacts(db, shop, now)) {
    // Others who wait are read by the way.
  }
}
