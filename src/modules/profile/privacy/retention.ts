import { subMonths } from "date-fns"
import { type Db, execute } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { dropMonthsBefore } from "../../../lib/partitions"
import { EVENT } from "../events/tables"
import { dropOldChanges } from "../quality/runs"
import { VALUE_LOG } from "../tables"
import { DROP_EVENT_KEYS, DROP_VISITORS, DROP_VISITS } from "../sql/privacy"

/** Forgets what has been kept for longer than the shop wants: each kind after its own number of months; 0 keeps it for good. */
export async function dropOldFacts(
  db: Db,
  { eventMonths, visitMonths, historyMonths }: EngageOptions["retention"],
  now: Date
): Promise<void> {
  if (eventMonths) {
    const before = subMonths(now, eventMonths)
    await dropMonthsBefore(db, EVENT, "at", before)
    await execute(db, DROP_EVENT_KEYS, { before })
  }
  if (historyMonths) {
    await dropMonthsBefore(db, VALUE_LOG, "at", subMonths(now, historyMonths))
    await dropOldChanges(db, subMonths(now, historyMonths))
  }
  if (!visitMonths) return
  const before = subMonths(now, visitMonths)
  await execute(db, DROP_VISITS, { before })
  await execute(db, DROP_VISITORS, { before })
}
