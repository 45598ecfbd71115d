import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listFields } from "../../../../modules/profile/fields/store"
import { createFieldWorkflow } from "../../../../workflows/field/workflows/create-field"
import { engageContext } from "../../../context"
import type { CreateField, ListFields } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ fields: await listFields(db, (req.validatedQuery as ListFields).scope) })
}

export const POST = async (req: AuthenticatedMedusaRequest<CreateField>, res: MedusaResponse) => {
  const { result } = await createFieldWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ field: result })
}
