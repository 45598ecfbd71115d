import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listBroadcasts } from "../../../../modules/campaign/broadcast/store"
import { createBroadcastWorkflow } from "../../../../workflows/broadcast/workflows/create-broadcast"
import { engageContext } from "../../../context"
import { answerBroadcast } from "./answer"
import { presentBroadcasts } from "./present"
import type { CreateBroadcast, ListBroadcasts } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { rows, next_cursor } = await listBroadcasts(
    context.db,
    req.validatedQuery as ListBroadcasts
  )
  res.json({ broadcasts: await presentBroadcasts(context, rows), next_cursor })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateBroadcast>,
  res: MedusaResponse
) => {
  const { result } = await createBroadcastWorkflow(req.scope).run({ input: req.validatedBody })
  await answerBroadcast(req, res, result)
}
