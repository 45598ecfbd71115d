import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { engageContext } from "../../../../context"
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
  const byKey = req.auth_context.actor_type === "api-key"
  await updateProfileWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      profileId,
      source: byKey ? "api" : "staff",
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ profile: await loadProfile(context, profileId) })
}
