import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getSource } from "../../../../../modules/profile/sources/store"
import { deleteSourceWorkflow } from "../../../../../workflows/source/workflows/delete-source"
import { updateSourceWorkflow } from "../../../../../workflows/source/workflows/update-source"
import { engageContext } from "../../../../context"
import { presentSource } from "../present"
import type { UpdateSource } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  res.json({ source: presentSource(await getSource(db, req.params.id), options) })
}

export const POST = async (req: AuthenticatedMedusaRequest<UpdateSource>, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  const { id } = req.params
  await updateSourceWorkflow(req.scope).run({ input: { id, change: req.validatedBody } })
  res.json({ source: presentSource(await getSource(db, id), options) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  await deleteSourceWorkflow(req.scope).run({ input: req.params.id })
  res.json({ id: req.params.id, object: "source", deleted: true })
}
