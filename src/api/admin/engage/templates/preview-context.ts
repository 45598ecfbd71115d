import type { Db } from "../../../../lib/db"
import type { EngageOptions } from "../../../../lib/options"
import { triggerSample } from "../../../../modules/campaign/triggers/sample"
import type { PreviewContext } from "../../../../modules/content/preview"

/** What a message is shown with: for a campaign, with what last let somebody in. @throws MedusaError `not_found` */
export async function previewContext(
  db: Db,
  options: EngageOptions,
  campaign: string | undefined
): Promise<PreviewContext> {
  const now = new Date()
  if (!campaign) return { options, now }
  const sample = await triggerSample(db, campaign, { now, zone: options.timeZone })
  return { options, now, campaign: sample }
}
