import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { messageAnswer } from "../../../../modules/delivery/public/message-page"
import { engageContext } from "../../../context"
import { sendAnswer } from "../../pages/layout"

/** The message as its person got it, for those whose mail program does not show it well. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  sendAnswer(res, await messageAnswer(await engageContext(req), req.params.token))
}
