import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { movedSchedule } from "../../../../../modules/campaign/calendar/calendar"
import { updateBroadcastWorkflow } from "../../../../../workflows/broadcast/workflows/update-broadcast"
import { engageContext } from "../../../../context"
import { answerBroadcast } from "../../broadcasts/answer"
import type { MoveBroadcast } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<MoveBroadcast>, res: MedusaResponse) => {
  const { db, zone } = await engageContext(req)
  const { id } = req.params
  const schedule = await movedSchedule(db, id, new Date(req.validatedBody.at), zone)
  await updateBroadcastWorkflow(req.scope).run({ input: { id, change: { plan: { schedule } } } })
  await answerBroadcast(req, res, id)
}
