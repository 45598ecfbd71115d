import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { engageContext } from "../../../../context"
import { sourceOf } from "../../../../source-of"
import { updateProfileWorkflow } from "../../../../../workflows/profile/workflows/update-profile"
import { loadProfile, profileNumber } from "../load"
import type { UpdateProfile } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const number = await profileNumber(context, req.params.id)
  res.json({ profile: await loadProfile(context, number) })
}

export const POST = async (req: AuthenticatedMedusaRequest<UpdateProfile>, res: MedusaResponse) => {
  const context = await engageContext(req)
  const profileId = await profileNumber(context, req.params.id)
  await updateProfileWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      profileId,
      source: sourceOf(req),
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ profile: await loadProfile(context, profileId) })
}
