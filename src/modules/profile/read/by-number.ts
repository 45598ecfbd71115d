import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { ProfileListItem } from "../../../types/profile"
import { LIST_COLUMNS, PROFILES_OF_CUSTOMERS } from "../sql/read"
import { type ProfileRow, toListItem } from "./row"

/** A profile as Medusa's query gives it with a customer. */
export type CustomersProfile = ProfileListItem & { customer_id: string }

/** List rows of the profiles of some customers; amounts are minor units of `currency`. */
export async function profilesOfCustomers(
  db: Db,
  customers: string[],
  currency: string
): Promise<CustomersProfile[]> {
  const found = await query<{ number: number; customer_id: string }>(db, PROFILES_OF_CUSTOMERS, {
    customers,
  })
  const profiles = await readProfiles(
    db,
    found.map((row) => row.number),
    currency
  )
  return found.flatMap(({ number, customer_id }) => {
    const profile = profiles.get(number)
    return profile ? [{ ...profile, customer_id }] : []
  })
}

/** List rows of some profiles, by their numbers. */
export async function readProfiles(
  db: Db,
  numbers: number[],
  currency: string
): Promise<Map<number, ProfileListItem>> {
  const rows = await query<ProfileRow>(
    db,
    `select ${LIST_COLUMNS} from engage_profile p where p.id = any(:numbers::bigint[])`,
    { numbers }
  )
  const ids = await publicIds(db)
  return new Map(rows.map((row) => [row.id, toListItem(row, ids, currency)]))
}
