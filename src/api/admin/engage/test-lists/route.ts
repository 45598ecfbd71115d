import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readTestLists, saveTestLists } from "../../../../modules/delivery/message/test-lists"
import { engageContext } from "../../../context"
import type { SaveTestLists } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ lists: await readTestLists(db) })
}

export const POST = async (req: AuthenticatedMedusaRequest<SaveTestLists>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  await saveTestLists(db, req.validatedBody.lists)
  res.json({ lists: await readTestLists(db) })
}
