import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { PROFILE_MODULE } from "../../../../modules/profile"
import { storefrontRules } from "../../../../modules/profile/events/click-rules"
import type ProfileModuleService from "../../../../modules/profile/service"

/** Which clicks are events. Says nothing about anybody, so browsers and caches may keep it for a minute. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { db } = req.scope.resolve<ProfileModuleService>(PROFILE_MODULE)
  const rules = await storefrontRules(db, new Date())
  res.set("Cache-Control", "public, max-age=60").json({ rules })
}
