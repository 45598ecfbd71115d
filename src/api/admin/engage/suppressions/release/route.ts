import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { releaseSuppression } from "../../../../../modules/delivery/reports/suppressions"
import { PROFILE_MODULE } from "../../../../../modules/profile"
import type ProfileModuleService from "../../../../../modules/profile/service"
import { engageContext } from "../../../../context"
import type { ReleaseSuppression } from "../validators"

/** The address stands in the body: paths end up in logs. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ReleaseSuppression>,
  res: MedusaResponse
) => {
  const { db, now } = await engageContext(req)
  await releaseSuppression(db, { ...req.validatedBody, now })
  await req.scope.resolve<ProfileModuleService>(PROFILE_MODULE).wake()
  res.json({ address: req.validatedBody.address })
}
