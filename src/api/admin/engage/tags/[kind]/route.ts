import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { tagsOfThings } from "../../../../../lib/thing-tags"
import { FILED_TABLES } from "../../../../../workflows/folder/tables"
import { tagThingsWorkflow } from "../../../../../workflows/folder/workflows/tag-things"
import { engageContext } from "../../../../context"
import { readKind } from "../../folders/validators"
import type { TagThings } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ tags: await tagsOfThings(db, FILED_TABLES[readKind(req.params.kind)]) })
}

export const POST = async (req: AuthenticatedMedusaRequest<TagThings>, res: MedusaResponse) => {
  const input = { kind: readKind(req.params.kind), ...req.validatedBody }
  const { result } = await tagThingsWorkflow(req.scope).run({ input })
  res.json({ changed: result })
}
