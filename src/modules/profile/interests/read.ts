import { type Db, query, queryOne } from "../../../lib/db"
import type { Interest, InterestKind, InterestMap, InterestTotal } from "../../../types/interest"
import { COUNT_WAITING } from "./sql/dirty"
import { INTERESTS_OF, TOTALS } from "./sql/read"
import { totalsComputedAt } from "./update"

/** Interests of one person, the strongest of each kind first; scores as of `now`. */
export function interestsOf(db: Db, profile: number, now: Date): Promise<Interest[]> {
  return query<Interest>(db, INTERESTS_OF, { profile, now })
}

/** The strongest interests of one kind over everybody. */
export async function interestMap(
  db: Db,
  input: { kind: InterestKind; limit: number }
): Promise<Omit<InterestMap, "currency">> {
  const interests = await query<InterestTotal>(db, TOTALS, input)
  const { waiting } = (await queryOne<{ waiting: number }>(db, COUNT_WAITING))!
  return { interests, computed_at: await totalsComputedAt(db), waiting }
}
