import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { PROFILE_MODULE } from "../../../../../modules/profile"
import { listRuns, startRun } from "../../../../../modules/profile/quality/runs"
import type ProfileModuleService from "../../../../../modules/profile/service"
import { engageContext } from "../../../../context"
import type { ListRuns, StartRun } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json(await listRuns(db, req.validatedQuery as ListRuns))
}

export const POST = async (req: AuthenticatedMedusaRequest<StartRun>, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const actor = req.auth_context.actor_id
  const run = await startRun(db, { ...req.validatedBody, actor, now })
  await req.scope.resolve<ProfileModuleService>(PROFILE_MODULE).wake()
  res.status(201).json({ run })
}
