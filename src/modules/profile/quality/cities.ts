import { addHours } from "date-fns"
import { type Db, execute, queryOne } from "../../../lib/db"
import { COUNT_CITIES } from "../shop/addresses"
import { readState, writeState } from "../state"
import { applyWholeSettings } from "../../../lib/bulk"
import { RESPELL } from "./sql/cities"

const STATE = "cities"

/** Counts how the shop's addresses spell their towns, once a day, and has people read anew whose town is spelt otherwise. */
export async function countCities(db: Db, now: Date): Promise<void> {
  const last = await readState<{ at: string }>(db, STATE)
  if (last && now < addHours(new Date(last.at), 24)) return
  await db.transaction(async (trx) => {
    await applyWholeSettings(trx)
    const changed = await queryOne<{ n: number }>(trx, COUNT_CITIES)
    if (changed!.n) await execute(trx, RESPELL)
    await writeState(trx, STATE, { at: now.toISOString() })
  })
}
