import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { ProfileListItem } from "../../../types/profile"
import { LIST_COLUMNS } from "../sql/read"
import { type ProfileRow, toListItem } from "./row"

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
