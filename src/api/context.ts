import type { MedusaRequest } from "@medusajs/framework/http"
import type { Db } from "../lib/db"
import type { EngageOptions } from "../lib/options"
import { PROFILE_MODULE } from "../modules/profile"
import type ProfileModuleService from "../modules/profile/service"
import { readSettings } from "../modules/profile/sync/settings"

/** What most routes need: the shop's database, the options, and what "now" and "here" mean for this request. */
export type EngageContext = {
  db: Db
  options: EngageOptions
  now: Date
  zone: string
  /** Base currency, lower-case ISO 4217. */
  currency: string
}

/** The context of one request. */
export async function engageContext(req: Pick<MedusaRequest, "scope">): Promise<EngageContext> {
  const { db, options } = req.scope.resolve<ProfileModuleService>(PROFILE_MODULE)
  const { currency } = await readSettings(db, options)
  return { db, options, now: new Date(), zone: options.timeZone, currency }
}
