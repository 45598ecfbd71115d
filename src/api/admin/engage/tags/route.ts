import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listTags } from "../../../../modules/profile/tags/store"
import { changeTagsWorkflow } from "../../../../workflows/tag/workflows/change-tags"
import { engageContext } from "../../../context"
import { sourceOf } from "../../../source-of"
import type { ChangeTags, ListTags } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await listTags(db, req.validatedQuery as ListTags))
}

export const POST = async (req: AuthenticatedMedusaRequest<ChangeTags>, res: MedusaResponse) => {
  const { result } = await changeTagsWorkflow(req.scope).run({
    input: { ...req.validatedBody, source: sourceOf(req), actor: req.auth_context.actor_id },
  })
  res.json(result)
}
