import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listViews, saveView } from "../../../../modules/profile/views/store"
import { engageContext } from "../../../context"
import type { ListViews, SaveView } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const { list } = req.validatedQuery as ListViews
  res.json({ views: await listViews(db, list, req.auth_context.actor_id) })
}

export const POST = async (req: AuthenticatedMedusaRequest<SaveView>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ view: await saveView(db, req.validatedBody, req.auth_context.actor_id) })
}
