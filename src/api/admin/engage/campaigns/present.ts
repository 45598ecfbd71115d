import type { Db } from "../../../../lib/db"
import { problemsOf } from "../../../../modules/campaign/flow/known"
import type { CampaignRow, ListedCampaignRow } from "../../../../modules/campaign/flow/store"
import type { Campaign, ListedCampaign } from "../../../../types/campaign"

/** Campaigns as lists of the API show them. */
export function presentCampaigns(rows: ListedCampaignRow[]): ListedCampaign[] {
  return rows.map((row) => ({ ...row, ...times(row) }))
}

/** One campaign as the API shows it. */
export async function presentCampaign(db: Db, row: CampaignRow): Promise<Campaign> {
  const { published_plan, scanned_at: _, ...shown } = row
  const [problems] = await problemsOf(db, [row.plan])
  return {
    ...shown,
    changed: JSON.stringify(published_plan) !== JSON.stringify(row.plan),
    problems,
    ...times(row),
  }
}

function times(row: Pick<CampaignRow, "published_at" | "created_at" | "updated_at">) {
  return {
    published_at: row.published_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}
