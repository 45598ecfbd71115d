import type { Db } from "../../../../lib/db"
import { problemsOf } from "../../../../modules/campaign/flow/known"
import type { CampaignRow } from "../../../../modules/campaign/flow/store"
import type { Campaign } from "../../../../types/campaign"

/** Campaigns as the API shows them. */
export async function presentCampaigns(db: Db, rows: CampaignRow[]): Promise<Campaign[]> {
  const problems = await problemsOf(
    db,
    rows.map(({ plan }) => plan)
  )
  return rows.map(({ published_plan, scanned_at: _, ...row }, i) => ({
    ...row,
    changed: JSON.stringify(published_plan) !== JSON.stringify(row.plan),
    problems: problems[i],
    published_at: row.published_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }))
}

/** One campaign as the API shows it. */
export async function presentCampaign(db: Db, row: CampaignRow): Promise<Campaign> {
  return (await presentCampaigns(db, [row]))[0]
}
