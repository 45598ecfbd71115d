import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getAudience } from "../../../../../modules/segment/audience/store"
import { deleteAudienceWorkflow } from "../../../../../workflows/audience/workflows/delete-audience"
import { updateAudienceWorkflow } from "../../../../../workflows/audience/workflows/update-audience"
import { engageContext } from "../../../../context"
import { presentAudience } from "../present"
import type { UpdateAudience } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const row = await getAudience(context.db, req.params.id)
  res.json({ audience: await presentAudience(context, row) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateAudience>,
  res: MedusaResponse
) => {
  const context = await engageContext(req)
  await updateAudienceWorkflow(req.scope).run({
    input: { id: req.params.id, change: req.validatedBody },
  })
  const row = await getAudience(context.db, req.params.id)
  res.json({ audience: await presentAudience(context, row) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = req.params
  await deleteAudienceWorkflow(req.scope).run({ input: id })
  res.json({ id, object: "audience", deleted: true })
}
