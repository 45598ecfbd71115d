import type { Db } from "../../../../lib/db"
import { problemsOf } from "../../../../modules/campaign/flow/publish"
import type { CampaignRow } from "../../../../modules/campaign/flow/store"
import type { Campaign } from "../../../../types/campaign"

/** A campaign as the API shows it. */
export async function presentCampaign(db: Db, row: CampaignRow): Promise<Campaign> {
  const { published_plan, ...rest } = row
  return {
    ...rest,
    changed: JSON.stringify(published_plan) !== JSON.stringify(row.plan),
    problems: await problemsOf(db, row.plan),
    published_at: row.published_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}
