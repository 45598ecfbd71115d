import { type Db, execute } from "../../../lib/db"
import { noteFailure } from "../../../lib/failures"
import type { AttachedFile } from "../../../providers/provider"
import { pauseHopeless } from "../ledger/hopeless"
import { loadAttachments, LostAttachment } from "../message/attachments"
import { NOTE_ERROR, RELEASE } from "../sql/engine"
import type { Claim } from "./claim"

const MINUTE_MS = 60_000
/** A campaign's messages wait for a lost file half as long again as they have waited, between these. */
const PAUSE_MS = { shortest: MINUTE_MS, longest: 15 * MINUTE_MS }
/** So long after a file was lost, what waits for it is not sent any more: nobody wants it that late. */
const GIVE_UP_MS = 3 * 24 * 60 * MINUTE_MS

/**
 * The files of a claim's content. If one cannot be read, nobody gets the message without it: the chunk is given back, and a
 * broadcast paused. A campaign cannot be: its messages are tried again, less and less often, and given up in the end.
 * @returns nothing when the chunk was given back, and the problem when its messages shall fail by it
 */
export async function readAttachments(
  db: Db,
  { chunk, run, renderer }: Claim,
  now: Date
): Promise<AttachedFile[] | LostAttachment | undefined> {
  try {
    return await loadAttachments(db, renderer.content.attachments)
  } catch (problem) {
    if (!(problem instanceof LostAttachment)) throw problem
    const error = problem.message
    const lostMs = now.getTime() - problem.since.getTime()
    if (run.kind !== "broadcast" && lostMs >= GIVE_UP_MS) return problem
    await execute(db, NOTE_ERROR, { run: run.id, error })
    await noteFailure(db, "deliver", new Error(`${run.title}: ${error}`), now)
    await pauseHopeless(db, run, error)
    const delay_ms = Math.min(Math.max(lostMs / 2, PAUSE_MS.shortest), PAUSE_MS.longest)
    await execute(db, RELEASE, { id: chunk.id, epoch: chunk.epoch, burn: 0, delay_ms })
  }
}
