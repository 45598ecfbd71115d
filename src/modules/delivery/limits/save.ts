import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute } from "../../../lib/db"
import type { SendingLimit, WarmUpPlan } from "../../../types/sending"
import {
  ADD_ACCOUNT,
  END_WARM_UP,
  KEEP_LIMITS,
  LOCK_ACCOUNT,
  SAVE_LIMITS,
  SAVE_WARM_UP,
} from "../sql/limits"

/**
 * Sets all limits of an account. One that is kept or only changed goes on counting what was sent.
 * @throws MedusaError `invalid_data` when two speak of the same destination and time
 */
export async function saveLimits(db: Db, account: string, limits: SendingLimit[]): Promise<void> {
  const keys = limits.map(({ destination, seconds }) => `${destination} ${seconds}`)
  if (new Set(keys).size < keys.length)
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Two limits speak of the same destination and time: keep one of them"
    )
  const columns = {
    account,
    destinations: limits.map(({ destination }) => destination),
    seconds: limits.map(({ seconds }) => seconds),
    maxima: limits.map(({ max }) => max),
  }
  await db.transaction(async (trx) => {
    await execute(trx, ADD_ACCOUNT, { account })
    await execute(trx, LOCK_ACCOUNT, { account })
    await execute(trx, KEEP_LIMITS, columns)
    await execute(trx, SAVE_LIMITS, columns)
  })
}

/**
 * Begins the warm-up of an account, changes the one under way, or ends it.
 * @param today - `YYYY-MM-DD` in the shop's time zone; the first day of a new plan
 */
export async function saveWarmUp(
  db: Db,
  account: string,
  plan: WarmUpPlan | null,
  today: string
): Promise<void> {
  if (plan) await execute(db, SAVE_WARM_UP, { account, started_on: today, ...plan })
  else await execute(db, END_WARM_UP, { account })
}
