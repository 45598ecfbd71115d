import { type Db, query } from "../../lib/db"
import { closeFinished, freezeNext } from "./broadcast/run"
import { ANY_FREEZING } from "./sql/broadcast"

/**
 * One round of the broadcast loop: freeze the next audience, close what has been sent.
 * @param syncShop - reads the shop's latest changes before an audience is frozen
 * @returns whether there may be more to do at once
 */
export async function broadcastStep(
  db: Db,
  clock: { now: Date; zone: string },
  syncShop: () => Promise<void>
): Promise<boolean> {
  const closed = await closeFinished(db)
  const waiting = await hasFreezing(db)
  if (waiting) await syncShop()
  const frozen = waiting && (await freezeNext(db, clock))
  return closed > 0 || frozen
}

async function hasFreezing(db: Db): Promise<boolean> {
  return (await query(db, ANY_FREEZING)).length > 0
}
