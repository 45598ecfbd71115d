import { type Db, query } from "../../lib/db"
import type { EngageOptions } from "../../lib/options"
import { closeFinished, freezeNext, holdBraked } from "./broadcast/run"
import { startDue } from "./broadcast/start"
import { ANY_FREEZING } from "./sql/broadcast"

/**
 * One round of the broadcast loop: start what is due, freeze the next audience, close what has been sent or stopped.
 * @param syncShop - reads the shop's latest changes before an audience is frozen
 * @returns whether there may be more to do at once
 */
export async function broadcastStep(
  db: Db,
  options: EngageOptions,
  now: Date,
  syncShop: () => Promise<void>
): Promise<boolean> {
  const closed = await closeFinished(db)
  await holdBraked(db)
  const started = await startDue(db, options, now)
  const waiting = await hasFreezing(db)
  if (waiting) await syncShop()
  const frozen = waiting && (await freezeNext(db, { now, zone: options.timeZone }))
  return closed > 0 || started || frozen
}

async function hasFreezing(db: Db): Promise<boolean> {
  return (await query(db, ANY_FREEZING)).length > 0
}
