import { z } from "@medusajs/framework/zod"
import { attributionDays, attributionTerms } from "../../../../modules/campaign/attribution"

export const SaveAttribution = z.strictObject({
  days: attributionDays.unwrap(),
  terms: attributionTerms.default({}),
})
export type SaveAttribution = z.infer<typeof SaveAttribution>

export const PreviewAttribution = z.strictObject({
  /** The broadcast or campaign that the rule is for; left out for the shop's own. */
  id: z.string().max(100).nullable().default(null),
  days: attributionDays,
  terms: attributionTerms.default({}),
})
export type PreviewAttribution = z.infer<typeof PreviewAttribution>
