import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute } from "../../../lib/db"
import { NOTE_ERROR } from "../sql/engine"
import { pauseRun, type Run } from "./runs"

/**
 * Pauses a broadcast whose message fails for one person after another, so that it can be mended for those who are left. A
 * campaign's messages go on: each of its people is told from the others by what let them in.
 */
export async function pauseHopeless(db: Db, run: Run, error: string): Promise<void> {
  if (run.kind !== "broadcast" || run.is_test) return
  await execute(db, NOTE_ERROR, { run: run.id, error })
  await pauseRun(db, run.id).catch((refused) => {
    // Somebody else has paused or cancelled it.
    if (refused.type !== MedusaError.Types.NOT_ALLOWED) throw refused
  })
}
