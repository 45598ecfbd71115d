import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import { ADD_VERSION, LOCK_FOR_REVISION } from "../sql/versions"

/**
 * Gives the messages of a paused run that have not left another content; those that have keep theirs, and so do its
 * variants.
 * @throws MedusaError `not_allowed` unless the run is paused and no worker holds any of its messages
 */
export async function reviseRun(trx: Db, run: number, contentId: number, now: Date): Promise<void> {
  const found = await queryOne<{ status: string; held: boolean }>(trx, LOCK_FOR_REVISION, { run })
  if (found?.status !== "paused")
    refuse("Messages can be changed while the sending is paused: pause it first")
  if (found!.held) refuse("Some messages are just leaving: try again in a moment")
  await execute(trx, ADD_VERSION, { run, content: contentId, now })
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
