import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setConsentWorkflow } from "../../../../../../workflows/profile/workflows/set-consent"
import { engageContext } from "../../../../../context"
import { loadProfile, profileNumber } from "../../load"
import type { SetConsent } from "../../validators"
import { proofIp } from "../../../../../proof-ip"

export const POST = async (req: AuthenticatedMedusaRequest<SetConsent>, res: MedusaResponse) => {
  const context = await engageContext(req)
  const profileId = await profileNumber(context, req.params.id)
  await setConsentWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      profileId,
      method: "staff",
      actor: req.auth_context.actor_id,
      ip: proofIp(req),
    },
  })
  res.json({ profile: await loadProfile(context, profileId) })
}
