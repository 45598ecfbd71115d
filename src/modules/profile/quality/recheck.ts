import { type Db, execute } from "../../../lib/db"
import type { QualityProblem } from "../../../types/quality"
import { readDueContacts } from "../contact/due"
import { START_ADDRESSES_ANEW, START_PERSON_ANEW, START_PROBLEM_ANEW } from "./sql/bounce"

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
  await execute(db, START_PERSON_ANEW, { profile, by: null, now })
  while (await readDueContacts(db, shop, now)) {
    // Others who wait are read by the way.
  }
}

/**
 * Has everybody read anew whose address cannot be used for one reason; the sync loop does so.
 * @returns how many people
 */
export async function recheckProblem(
  db: Db,
  { channel, reason }: QualityProblem,
  now: Date
): Promise<number> {
  return execute(db, START_PROBLEM_ANEW, { by: channel, reason, now })
}

/** Has whoever has one of some addresses read anew, as {@link recheckProblem} does. */
export async function recheckAddresses(
  db: Db,
  { by, addresses }: { by: QualityProblem["channel"]; addresses: string[] },
  now: Date
): Promise<void> {
  await execute(db, START_ADDRESSES_ANEW, { by, addresses, now })
}
