import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getField } from "../../../../../modules/profile/fields/store"
import { deleteFieldWorkflow } from "../../../../../workflows/field/workflows/delete-field"
import { updateFieldWorkflow } from "../../../../../workflows/field/workflows/update-field"
import { engageContext } from "../../../../context"
import type { UpdateField } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ field: await getField(db, req.params.id) })
}

export const POST = async (req: AuthenticatedMedusaRequest<UpdateField>, res: MedusaResponse) => {
  const { result } = await updateFieldWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody },
  })
  res.json({ field: result })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = req.params
  await deleteFieldWorkflow(req.scope).run({ input: id })
  res.json({ id, object: "field", deleted: true })
}
