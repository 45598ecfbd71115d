import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { actInApp, type InAppAction } from "../../../../../../modules/delivery/in-app/messages"
import { engageContext } from "../../../../../context"

const ACTIONS = ["seen", "clicked", "dismissed"]

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { id, action } = req.params
  if (ACTIONS.includes(action) && (await actInApp(db, id, action as InAppAction, now))) {
    res.json({ id, [action]: true })
    return
  }
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no message ${id} to be ${action}`)
}
