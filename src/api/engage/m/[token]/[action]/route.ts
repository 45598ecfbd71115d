import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  DEVICE_ACTIONS,
  type DeviceAction,
  noteOnDevice,
} from "../../../../../modules/delivery/push/told"
import { engageContext } from "../../../../context"

/** A device showed a push message, or its person pressed or closed it. The token in the path is the proof. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { token, action } = req.params
  const known =
    DEVICE_ACTIONS.includes(action as DeviceAction) &&
    (await noteOnDevice(db, token, action as DeviceAction, now))
  res.set("Access-Control-Allow-Origin", "*")
  if (known) res.json({ [action]: true })
  else res.status(404).json({ type: "not_found", message: "There is no such message or action" })
}
