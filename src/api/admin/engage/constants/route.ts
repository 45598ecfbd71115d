import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createConstant, listConstants } from "../../../../modules/content/constants/store"
import { engageContext } from "../../../context"
import type { CreateConstant } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ constants: await listConstants(db) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateConstant>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  await createConstant(db, req.validatedBody, new Date())
  res.json({ constants: await listConstants(db) })
}
