import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { dataAsOf } from "../../../../../modules/profile/read/freshness"
import { listProfiles } from "../../../../../modules/profile/read/list"
import { previewRules } from "../../../../../modules/segment/preview"
import { countProfiles } from "../../../../../modules/segment/read"
import { loadRegistry } from "../../../../../modules/segment/registry"
import { compileRules } from "../../../../../rules/compile"
import type { SegmentPreview } from "../../../../../types/segment"
import { engageContext } from "../../../../context"
import { averages, sentenceOf } from "../present"
import { refuseBadRules } from "../problems"
import type { PreviewSegment } from "../validators"

const SAMPLE = 10

export const POST = async (
  req: AuthenticatedMedusaRequest<PreviewSegment>,
  res: MedusaResponse
) => {
  const { rules } = req.validatedBody
  const context = await engageContext(req)
  if (await refuseBadRules(context.db, res, rules)) return
  const { db, currency } = context
  const started = Date.now()
  const among = compileRules(rules, await loadRegistry(db), context)
  const totals = await previewRules(db, among)
  const duration_ms = Date.now() - started
  const sample = totals.count
    ? await listProfiles(db, { among, order: "-last_order_at", limit: SAMPLE, currency })
    : { profiles: [] }
  const preview: SegmentPreview = {
    count: totals.count,
    base: await countProfiles(db),
    reachable_email: totals.reachable_email,
    revenue: totals.revenue,
    ...averages(totals.count, totals.orders, totals.revenue),
    currency,
    sentence: await sentenceOf(context, rules),
    sample: sample.profiles,
    data_as_of: await dataAsOf(db),
    duration_ms,
  }
  res.json(preview)
}
