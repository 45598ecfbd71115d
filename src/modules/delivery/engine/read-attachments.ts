import { type Db, execute } from "../../../lib/db"
import type { AttachedFile } from "../../../providers/provider"
import { pauseHopeless } from "../ledger/hopeless"
import { loadAttachments } from "../message/attachments"
import { NOTE_ERROR, RELEASE } from "../sql/engine"
import type { Claim } from "./claim"

/** How long a campaign's messages wait for a file that could not be read. */
const PAUSE_MS = 60_000

/**
 * The files of a claim's content. If one cannot be read, nobody gets the message without it: the chunk is given back, and a
 * broadcast paused.
 */
export async function readAttachments(
  db: Db,
  { chunk, run, renderer }: Claim
): Promise<AttachedFile[] | undefined> {
  try {
    return await loadAttachments(db, renderer.content.attachments)
  } catch (problem) {
    const error = (problem as Error).message
    await execute(db, NOTE_ERROR, { run: run.id, error })
    await pauseHopeless(db, run, error)
    await execute(db, RELEASE, { id: chunk.id, epoch: chunk.epoch, burn: 0, delay_ms: PAUSE_MS })
  }
}
