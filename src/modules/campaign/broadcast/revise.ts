import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute } from "../../../lib/db"
import { publishContent } from "../../content/publish/publish"
import { getTemplate } from "../../content/templates/templates"
import { reviseRun } from "../../delivery/ledger/revise"
import { SET_TEMPLATE } from "../sql/broadcast"
import { getBroadcast } from "./store"

/**
 * Lets everybody who has not got a paused broadcast yet get what a template says now: another one, or its own after a
 * change.
 * @throws MedusaError `not_allowed` unless it is paused, and for a test, whose versions have to stay as they are;
 * `invalid_data` naming the first mistake of the template
 */
export async function reviseBroadcast(
  db: Db,
  id: string,
  templateId: string,
  now: Date
): Promise<void> {
  const { run_id, channel, plan } = await getBroadcast(db, id)
  if (run_id === null) refuse("The broadcast has not been started: change its template instead")
  if (plan.ab) refuse("The messages of a test stay as they are, or it would tell nothing")
  const template = await getTemplate(db, templateId)
  await db.transaction(async (trx) => {
    const content = await publishContent(trx, template, { channel, now })
    await reviseRun(trx, run_id!, content, now)
    await execute(trx, SET_TEMPLATE, { id, template: templateId })
  })
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
