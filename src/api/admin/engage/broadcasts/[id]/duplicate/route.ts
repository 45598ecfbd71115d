import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getBroadcast } from "../../../../../../modules/campaign/broadcast/store"
import { createBroadcastWorkflow } from "../../../../../../workflows/broadcast/workflows/create-broadcast"
import { engageContext } from "../../../../../context"
import { answerBroadcast } from "../../answer"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const {
    name,
    channel,
    topic,
    segment_id,
    exclude_segment_ids,
    template_id,
    attribution_days,
    plan,
  } = await getBroadcast(db, req.params.id)
  const { result } = await createBroadcastWorkflow(req.scope).run({
    input: {
      name: `${name} (copy)`,
      channel,
      topic,
      segment_id,
      exclude_segment_ids,
      template_id,
      attribution_days,
      plan: { ...plan, schedule: { mode: "now" } },
    },
  })
  await answerBroadcast(req, res, result)
}
