import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { PROFILE_MODULE } from "../../../../../../modules/profile"
import { decideTypoOf } from "../../../../../../modules/profile/quality/typo-people"
import type ProfileModuleService from "../../../../../../modules/profile/service"
import { engageContext } from "../../../../../context"
import type { DecideTypo } from "../../../quality/validators"
import { loadProfile, profileNumber } from "../../load"

export const POST = async (req: AuthenticatedMedusaRequest<DecideTypo>, res: MedusaResponse) => {
  const context = await engageContext(req)
  const profile = await profileNumber(context, req.params.id)
  const by = { actor: req.auth_context.actor_id, now: context.now }
  await decideTypoOf(context.db, profile, req.validatedBody.decision, by)
  await req.scope.resolve<ProfileModuleService>(PROFILE_MODULE).readContacts()
  res.json({ profile: await loadProfile(context, profile) })
}
