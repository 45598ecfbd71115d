import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteConstant,
  listConstants,
  updateConstant,
} from "../../../../../modules/content/constants/store"
import { engageContext } from "../../../../context"
import type { UpdateConstant } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateConstant>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  await updateConstant(db, req.params.key, req.validatedBody, new Date())
  res.json({ constants: await listConstants(db) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await deleteConstant(db, req.params.key)
  res.json({ constants: await listConstants(db) })
}
