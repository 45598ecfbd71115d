import type {
  Campaign,
  CampaignPerson,
  CampaignProblem,
  CampaignReport,
  ListedCampaign,
} from "../../../types/campaign"
import type { WebhookTrial } from "../../../types/campaign-errand"
import type { CampaignChanges, PublishedVersion, Simulation } from "../../../types/campaign-flow"
import type { HoldoutReport } from "../../../types/campaign-holdout"
import type {
  CampaignRecipe,
  CampaignTest,
  StageOnMap,
  TriggerPreview,
  WayCounts,
} from "../../../types/campaign-preview"
import type { SplitReport } from "../../../types/campaign-split"
import type { ListTestResult } from "../../../types/test-list"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type CampaignAnswers = {
  "GET /admin/engage/campaigns": Listed<"campaigns", ListedCampaign>
  "POST /admin/engage/campaigns": { campaign: Campaign }
  "POST /admin/engage/campaigns/offers": { campaign: Campaign }
  "GET /admin/engage/campaigns/recipes": { recipes: CampaignRecipe[] }
  "GET /admin/engage/campaigns/recipes/:key/reach": { people: number | null }
  "GET /admin/engage/campaigns/stages": { stages: StageOnMap[] }
  "POST /admin/engage/campaigns/recipes/:key/install": { campaign: Campaign }
  "POST /admin/engage/campaigns/trigger-preview": { preview: TriggerPreview }
  "POST /admin/engage/campaigns/way-counts": { counts: WayCounts }
  "POST /admin/engage/campaigns/webhook-trial": { trial: WebhookTrial }
  "GET /admin/engage/campaigns/staff-email": { available: boolean }
  "GET /admin/engage/campaigns/webhook-secret": { secret: string }
  "GET /admin/engage/campaigns/:id": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id": { campaign: Campaign }
  "DELETE /admin/engage/campaigns/:id": Deleted<"campaign">
  "POST /admin/engage/campaigns/:id/test-message": CampaignTest
  "POST /admin/engage/campaigns/:id/test-message/list": { results: ListTestResult[] }
  "POST /admin/engage/campaigns/:id/publish": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id/pause": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id/resume": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id/archive": { campaign: Campaign }
  "POST /admin/engage/campaigns/:id/duplicate": { campaign: Campaign }
  "POST /admin/engage/campaigns/check": { problems: CampaignProblem[] }
  "GET /admin/engage/campaigns/:id/holdout": { report: HoldoutReport }
  "GET /admin/engage/campaigns/:id/report": { report: CampaignReport }
  "GET /admin/engage/campaigns/:id/splits/:step": { split: SplitReport }
  "POST /admin/engage/campaigns/:id/splits/:step": { split: SplitReport }
  "POST /admin/engage/campaigns/simulate": { simulation: Simulation }
  "GET /admin/engage/campaigns/:id/changes": { changes: CampaignChanges }
  "GET /admin/engage/campaigns/:id/versions/:version": { version: PublishedVersion }
  "POST /admin/engage/campaigns/:id/people/:enrollment_id": { id: string }
  "GET /admin/engage/campaigns/:id/people": Listed<"people", CampaignPerson>
}
