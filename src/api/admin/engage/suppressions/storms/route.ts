import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { endStorm } from "../../../../../modules/delivery/reports/storms"
import { PROFILE_MODULE } from "../../../../../modules/profile"
import type ProfileModuleService from "../../../../../modules/profile/service"
import { engageContext } from "../../../../context"
import type { EndStorm } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<EndStorm>, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const addresses = await endStorm(db, { ...req.validatedBody, now })
  await req.scope.resolve<ProfileModuleService>(PROFILE_MODULE).wake()
  res.json({ addresses })
}
