import { type Db, query } from "../../../../lib/db"
import { STILL_TRUE } from "../../sql/recheck"
import type { Due } from "../due"

/** Those of whom what let them in still holds, as the shop is now. */
export async function stillTrue(trx: Db, people: Due[], now: Date): Promise<Due[]> {
  const enrollments = people.map(({ id }) => id)
  const rows = await query<{ id: number }>(trx, STILL_TRUE, { enrollments, now })
  const holding = new Set(rows.map(({ id }) => id))
  return people.filter(({ id }) => holding.has(id))
}
