import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countParts, emptying } from "../../../../../modules/segment/preview"
import { loadRegistry } from "../../../../../modules/segment/registry"
import { watchedScan } from "../../../../../modules/segment/scan"
import type { RuleCounts } from "../../../../../types/segment"
import { engageContext } from "../../../../context"
import { whileWaiting } from "../../../../waiting"
import { refuseBadRules } from "../problems"
import type { PreviewSegment } from "../validators"

export const POST = async (
  req: AuthenticatedMedusaRequest<PreviewSegment>,
  res: MedusaResponse
) => {
  const { rules } = req.validatedBody
  const signal = whileWaiting(res)
  const context = await engageContext(req)
  if (await refuseBadRules(context.db, res, rules)) return
  const started = Date.now()
  const registry = await loadRegistry(context.db)
  const parts = await watchedScan(context.db, signal, (trx) =>
    countParts(trx, rules, registry, context)
  )
  const [root] = parts
  const counts: RuleCounts = {
    parts,
    emptied_by: root.alone ? [] : emptying(parts),
    duration_ms: Date.now() - started,
  }
  res.json(counts)
}
