import { type Db, execute } from "../../lib/db"
import { type PersonalData, readStored } from "../profile/privacy/personal-data"
import {
  DROP_ERRANDS_DONE,
  DROP_STEPS_DONE,
  DROP_STOCK_CHANGES,
  ERASE_ERRANDS,
  ERASE_STEPS_DONE,
  FORGET_CODES,
  FORGET_WAYS,
} from "./sql/privacy"
import { ENROLLMENT, ERRAND, PROMO_CODE, STEP_DONE } from "./tables"

/** Longer than any trigger looks back. */
const KEPT_DAYS = 30

const OF_PERSON = `t.profile_id = any(:profiles::bigint[])`

/** Which campaigns somebody went through, and by which way. */
export function campaignData(db: Db, profiles: number[]): Promise<PersonalData> {
  return readStored(
    db,
    [
      ["Campaigns", ENROLLMENT, OF_PERSON],
      ["Steps of campaigns that others wait for", STEP_DONE, OF_PERSON],
      ["Steps of campaigns done elsewhere", ERRAND, OF_PERSON],
      ["Promo codes", PROMO_CODE, OF_PERSON],
    ],
    profiles
  )
}

/**
 * Ends somebody's way through every campaign and forgets what let them in. That a number went through stays, so that the
 * reports of the campaigns add up.
 * @returns rows gone or emptied, by table
 */
export async function eraseWays(
  db: Db,
  profiles: number[],
  now: Date
): Promise<Record<string, number>> {
  return {
    [ENROLLMENT]: await execute(db, FORGET_WAYS, { profiles, now }),
    [STEP_DONE]: await execute(db, ERASE_STEPS_DONE, { profiles }),
    [ERRAND]: await execute(db, ERASE_ERRANDS, { profiles }),
    [PROMO_CODE]: await execute(db, FORGET_CODES, { profiles }),
  }
}

/** Drops what triggers have long looked at. */
export async function dropOldNews(db: Db): Promise<void> {
  await execute(db, DROP_STEPS_DONE, { days: KEPT_DAYS })
  await execute(db, DROP_STOCK_CHANGES, { days: KEPT_DAYS })
  await execute(db, DROP_ERRANDS_DONE, { days: KEPT_DAYS })
}
