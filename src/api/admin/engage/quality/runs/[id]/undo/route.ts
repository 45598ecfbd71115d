import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { PROFILE_MODULE } from "../../../../../../../modules/profile"
import { undoRun } from "../../../../../../../modules/profile/quality/runs"
import type ProfileModuleService from "../../../../../../../modules/profile/service"
import { engageContext } from "../../../../../../context"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const run = await undoRun(db, req.params.id)
  await req.scope.resolve<ProfileModuleService>(PROFILE_MODULE).wake()
  res.json({ run })
}
