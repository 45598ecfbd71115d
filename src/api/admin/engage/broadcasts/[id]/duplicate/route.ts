import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getBroadcast, inputOf } from "../../../../../../modules/campaign/broadcast/store"
import { createBroadcastWorkflow } from "../../../../../../workflows/broadcast/workflows/create-broadcast"
import { engageContext } from "../../../../../context"
import { answerBroadcast } from "../../answer"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const copy = inputOf(await getBroadcast(db, req.params.id))
  const { result } = await createBroadcastWorkflow(req.scope).run({
    input: {
      ...copy,
      name: `${copy.name} (copy)`,
      plan: { ...copy.plan, schedule: { mode: "now" } },
    },
  })
  await answerBroadcast(req, res, result)
}
