import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { PROFILE_MODULE } from "../../../../../../modules/profile"
import { decideTypo } from "../../../../../../modules/profile/quality/domains"
import type ProfileModuleService from "../../../../../../modules/profile/service"
import { engageContext } from "../../../../../context"
import type { DecideTypo } from "../../validators"

export const POST = async (req: AuthenticatedMedusaRequest<DecideTypo>, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const { decision } = req.validatedBody
  const by = { actor: req.auth_context.actor_id, now }
  const typo = await decideTypo(db, req.params.domain, decision, by)
  await req.scope.resolve<ProfileModuleService>(PROFILE_MODULE).wake()
  res.json({ typo })
}
