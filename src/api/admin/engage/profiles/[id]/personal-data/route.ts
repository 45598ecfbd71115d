import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { logPrivacy } from "../../../../../../modules/profile/privacy/erase"
import { collectPersonalData } from "../../../../../../modules/report/personal-data/collect"
import { personalDataPage } from "../../../../../../modules/report/personal-data/page"
import { engageContext } from "../../../../../context"
import { profileNumber } from "../../load"
import type { ReadPersonalData } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { db, now, options } = context
  const profile = await profileNumber(context, req.params.id)
  const data = await collectPersonalData(db, profile)
  const rows = Object.fromEntries(data.map((part) => [part.title, part.rows.length]))
  const actor = req.auth_context.actor_id
  await logPrivacy(db, { action: "export", profile, actor, reason: null, rows, now })
  const { format } = req.validatedQuery as ReadPersonalData
  res.setHeader("Content-Disposition", `attachment; filename="personal-data.${format}"`)
  res.setHeader("Cache-Control", "no-store")
  if (format === "json") return res.json({ shop: options.sender.name, as_of: now, data })
  res.type("text/html").send(personalDataPage(data, options.sender.name, now))
}
