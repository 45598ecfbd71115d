import { type Db, query, queryOne } from "../../../lib/db"
import { CUSTOMERS_TO_CHANGE, GROUP_BY_ID } from "../../profile/shop/customer-groups"

/** Whether the shop has a customer group. */
export async function groupExists(db: Db, group: string): Promise<boolean> {
  return (await queryOne(db, GROUP_BY_ID, { group })) !== undefined
}

/** Customers of some people, registered or guest, whom a group lacks or holds. */
export async function groupChange(
  db: Db,
  group: string,
  profiles: number[],
  action: "add" | "remove"
): Promise<string[]> {
  const inside = action === "remove"
  const rows = await query<{ id: string }>(db, CUSTOMERS_TO_CHANGE, { group, profiles, inside })
  return rows.map(({ id }) => id)
}
