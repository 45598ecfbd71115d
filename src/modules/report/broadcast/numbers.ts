import type { Db } from "../../../lib/db"
import type { BroadcastRow } from "../../campaign/broadcast/store"
import { followersOf } from "../../delivery/ledger/cascade"
import { loadRun } from "../../delivery/ledger/runs"
import { type Kept, kept, LARGE } from "../kept"
import { type BroadcastNumbers, countBroadcast } from "./count"

/** The numbers of a started broadcast: of a moment ago, or of a large one as they were counted last. */
export async function broadcastNumbers(
  db: Db,
  broadcast: BroadcastRow
): Promise<Kept<BroadcastNumbers>> {
  const run = await loadRun(db, broadcast.run_id!)
  const runs = [run.id, ...(await followersOf(db, run.id))]
  const count = () => countBroadcast(db, broadcast, run, runs)
  if ((run.frozen ?? 0) > LARGE) return kept(db, `broadcast ${broadcast.id} 3`, count)
  return { counted_at: new Date(), numbers: await count() }
}
