import type { Db } from "../../../lib/db"
import type { InterestSettings } from "../../../types/interest"
import { execute } from "../../../lib/db"
import { readState, writeState } from "../state"
import { MARK_EVERYBODY } from "./sql/dirty"

const KEY = "interest_settings"

/** What a shop that has not said otherwise gets. */
export const DEFAULT_INTERESTS: InterestSettings = {
  weights: {
    ordered: 8,
    added: 5,
    wished: 4,
    viewed: 2,
    clicked: 2,
    category_viewed: 1,
    removed: -2,
  },
  half_life_days: 30,
  price_limits: [2_000, 5_000, 10_000, 20_000],
}

/** How interests are computed in this shop. */
export async function readInterestSettings(db: Db): Promise<InterestSettings> {
  const stored = await readState<InterestSettings>(db, KEY)
  if (!stored) return DEFAULT_INTERESTS
  return {
    ...DEFAULT_INTERESTS,
    ...stored,
    weights: { ...DEFAULT_INTERESTS.weights, ...stored.weights },
  }
}

/** Changes how interests are computed, and has everybody's computed again. */
export async function writeInterestSettings(
  db: Db,
  settings: InterestSettings
): Promise<InterestSettings> {
  await db.transaction(async (trx) => {
    await writeState(trx, KEY, settings)
    await execute(trx, MARK_EVERYBODY)
  })
  return readInterestSettings(db)
}
