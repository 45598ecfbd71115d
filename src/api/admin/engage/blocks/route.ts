import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createSavedBlock, listSavedBlocks } from "../../../../modules/content/saved/store"
import { engageContext } from "../../../context"
import type { CreateSavedBlock } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ blocks: await listSavedBlocks(db) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateSavedBlock>,
  res: MedusaResponse
) => {
  const { db } = await engageContext(req)
  res.json({ block: await createSavedBlock(db, req.validatedBody, new Date()) })
}
