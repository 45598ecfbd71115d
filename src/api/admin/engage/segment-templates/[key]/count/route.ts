import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { previewRules } from "../../../../../../modules/segment/preview"
import { loadRegistry } from "../../../../../../modules/segment/registry"
import { watchedScan } from "../../../../../../modules/segment/scan"
import { SEGMENT_TEMPLATES } from "../../../../../../modules/segment/templates"
import { compileRules } from "../../../../../../rules/compile"
import { engageContext } from "../../../../../context"
import { whileWaiting } from "../../../../../waiting"

/** How many people a ready example finds now. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const signal = whileWaiting(res)
  const { key } = req.params
  const template = SEGMENT_TEMPLATES.find((one) => one.key === key)
  if (!template)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no segment template called ${key}`)
  const context = await engageContext(req)
  const among = compileRules(template.rules, await loadRegistry(context.db), context)
  const { count } = await watchedScan(context.db, signal, (trx) => previewRules(trx, among))
  res.json({ count })
}
