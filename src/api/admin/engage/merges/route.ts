import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../lib/public-id"
import { listMerges, MERGE_ID } from "../../../../modules/profile/identity/log"
import { mergeProfilesWorkflow } from "../../../../workflows/identity/workflows/merge-profiles"
import { engageContext } from "../../../context"
import { loadProfile, profileNumber } from "../profiles/load"
import type { ListMerges, MergeProfiles } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await listMerges(db, req.validatedQuery as ListMerges))
}

export const POST = async (req: AuthenticatedMedusaRequest<MergeProfiles>, res: MedusaResponse) => {
  const context = await engageContext(req)
  const kept = await profileNumber(context, req.validatedBody.kept)
  const gone = await profileNumber(context, req.validatedBody.gone)
  const { result } = await mergeProfilesWorkflow(req.scope).run({
    input: { kept, gone, rule: "staff", actor: req.auth_context.actor_id },
  })
  const ids = await publicIds(context.db)
  res.json({
    merge_id: ids.seal(MERGE_ID, result),
    profile: await loadProfile(context, kept),
  })
}
