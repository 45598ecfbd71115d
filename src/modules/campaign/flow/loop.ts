import { type Db, query } from "../../../lib/db"
import { LIVE_CAMPAIGNS } from "../sql/campaign"
import { advance } from "./advance"
import { watchStock } from "../triggers/stock-watch"
import { scanTrigger } from "./enter"

/** Batches of one campaign in one round, so that a large one does not hold up the others. */
const BATCHES = 5

/**
 * One round over the live campaigns: let people in, then move those who are due.
 * @param onError - told of a campaign that failed; the others go on
 * @returns whether there may be more to do at once
 */
export async function campaignRound(
  db: Db,
  clock: { now: Date; zone: string },
  onError: (id: string, error: Error) => void
): Promise<boolean> {
  let more = false
  await watchStock(db, clock.now)
  for (const { id } of await query<{ id: string }>(db, LIVE_CAMPAIGNS)) {
    try {
      await scanTrigger(db, id, clock)
      for (let batch = 0; batch < BATCHES; batch++) {
        if (!(await advance(db, id, clock))) break
        if (batch === BATCHES - 1) more = true
      }
    } catch (error) {
      onError(id, error as Error)
    }
  }
  return more
}
