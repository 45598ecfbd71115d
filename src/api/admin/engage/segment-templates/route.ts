import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { countTemplates } from "../../../../modules/segment/preview"
import { loadRegistry } from "../../../../modules/segment/registry"
import { watchedScan } from "../../../../modules/segment/scan"
import { SEGMENT_TEMPLATES } from "../../../../modules/segment/templates"
import { engageContext } from "../../../context"
import { whileWaiting } from "../../../waiting"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const signal = whileWaiting(res)
  const context = await engageContext(req)
  const registry = await loadRegistry(context.db)
  const all = SEGMENT_TEMPLATES.map((template) => template.rules)
  const counts = await watchedScan(context.db, signal, (trx) =>
    countTemplates(trx, all, registry, context)
  ).catch((error: MedusaError) => {
    // Cards without a count are better than no cards.
    if (error.type === MedusaError.Types.NOT_ALLOWED) return []
    throw error
  })
  res.json({
    templates: SEGMENT_TEMPLATES.map((template, i) => ({ ...template, count: counts[i] ?? null })),
  })
}
