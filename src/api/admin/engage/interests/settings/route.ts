import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  readInterestSettings,
  writeInterestSettings,
} from "../../../../../modules/profile/interests/settings"
import { PROFILE_MODULE } from "../../../../../modules/profile"
import type ProfileModuleService from "../../../../../modules/profile/service"
import { engageContext } from "../../../../context"
import type { SetInterests } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  res.json({ settings: await readInterestSettings(db), currency })
}

export const POST = async (req: AuthenticatedMedusaRequest<SetInterests>, res: MedusaResponse) => {
  const { db, currency } = await engageContext(req)
  const settings = await writeInterestSettings(db, req.validatedBody)
  await req.scope.resolve<ProfileModuleService>(PROFILE_MODULE).wake()
  res.json({ settings, currency })
}
