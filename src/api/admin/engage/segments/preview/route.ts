import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { dataAsOf } from "../../../../../modules/profile/read/freshness"
import { listProfiles } from "../../../../../modules/profile/read/list"
import { previewRules } from "../../../../../modules/segment/preview"
import { averages, baseTotals } from "../../../../../modules/segment/read"
import { loadRegistry } from "../../../../../modules/segment/registry"
import { watchedScan } from "../../../../../modules/segment/scan"
import { compileRules } from "../../../../../rules/compile"
import type { SegmentPreview } from "../../../../../types/segment"
import { engageContext } from "../../../../context"
import { whileWaiting } from "../../../../waiting"
import { ruleInWords } from "../present"
import { refuseBadRules } from "../problems"
import type { PreviewSegment } from "../validators"

const SAMPLE = 10

export const POST = async (
  req: AuthenticatedMedusaRequest<PreviewSegment>,
  res: MedusaResponse
) => {
  const { rules } = req.validatedBody
  const signal = whileWaiting(res)
  const context = await engageContext(req)
  const { db, currency } = context
  if (await refuseBadRules(db, res, rules)) return
  const started = Date.now()
  const among = compileRules(rules, await loadRegistry(db), context)
  const { totals, sample } = await watchedScan(db, signal, async (trx) => {
    const totals = await previewRules(trx, among)
    const sample = totals.count
      ? await listProfiles(trx, { among, order: "-last_order_at", limit: SAMPLE, currency })
      : { profiles: [] }
    return { totals, sample: sample.profiles }
  })
  const { count, orders, revenue, ...reach } = totals
  const preview: SegmentPreview = {
    count,
    base: (await baseTotals(db)).profiles,
    reach,
    revenue,
    ...averages(count, orders, revenue),
    currency,
    ...(await ruleInWords(context, rules)),
    sample,
    data_as_of: await dataAsOf(db),
    duration_ms: Date.now() - started,
  }
  res.json(preview)
}
