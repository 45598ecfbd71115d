import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkProblemAgain } from "../../../../../../modules/delivery/reports/suppressions"
import { PROFILE_MODULE } from "../../../../../../modules/profile"
import type ProfileModuleService from "../../../../../../modules/profile/service"
import { engageContext } from "../../../../../context"
import type { RecheckProblem } from "../../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<RecheckProblem>,
  res: MedusaResponse
) => {
  const { db, now } = await engageContext(req)
  const people = await checkProblemAgain(db, req.validatedBody, now)
  await req.scope.resolve<ProfileModuleService>(PROFILE_MODULE).wake()
  res.json({ people })
}
