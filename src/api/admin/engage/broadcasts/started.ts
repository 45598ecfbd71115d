import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../../lib/db"
import { type BroadcastRow, getBroadcast } from "../../../../modules/campaign/broadcast/store"

/** A broadcast that has a run. @throws MedusaError `not_allowed` for a draft: there is nothing to report yet */
export async function loadStarted(db: Db, id: string): Promise<BroadcastRow & { run_id: number }> {
  const broadcast = await getBroadcast(db, id)
  if (broadcast.run_id !== null) return { ...broadcast, run_id: broadcast.run_id }
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "The broadcast has not been started: there is no report yet"
  )
}
