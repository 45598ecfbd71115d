import { type Db, execute } from "../../../lib/db"
import type { Due } from "../flow/due"
import { INSERT_ERRANDS, PARK } from "../sql/errand"

/**
 * Has a step done elsewhere for people who have come to it, in the caller's transaction. They stay at it until the errand
 * is run; for one arrival there is one errand, however often it is asked for.
 */
export async function sendOnErrand(
  trx: Db,
  kind: string,
  people: Due[],
  { campaign, now }: { campaign: string; now: Date }
): Promise<void> {
  const [{ version, step }] = people
  await execute(trx, INSERT_ERRANDS, {
    ...{ campaign, version, step, kind, now },
    enrollments: people.map(({ id }) => id),
    moves: people.map(({ moves }) => moves),
    profiles: people.map(({ profile_id }) => profile_id),
  })
  await execute(trx, PARK, { enrollments: people.map(({ id }) => id) })
}
