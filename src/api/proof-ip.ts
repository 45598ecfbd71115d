import type { MedusaRequest } from "@medusajs/framework/http"
import { keptIp } from "../lib/ip"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"

/** Where a request came from, as far as the options let it be kept as proof. */
export function proofIp(req: MedusaRequest): string | null {
  const { options } = req.scope.resolve<ProfileModuleService>(PROFILE_MODULE)
  return keptIp(req.ip, options.privacy.ipAddresses)
}
