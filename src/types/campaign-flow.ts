import type { CampaignPlan, CampaignStep } from "./campaign"
import type { Iso } from "./common"

/** A version of a campaign as it was published. */
export type PublishedVersion = { version: number; published_at: Iso; plan: CampaignPlan }

/** A step of one of two plans that are compared. */
export type StepInPlan = { id: string; step: CampaignStep }

/** What publishing the draft would change; `GET /admin/engage/campaigns/:id/changes`. */
export type CampaignChanges = {
  added: StepInPlan[]
  /** With how many people stand at each now, in any version. */
  removed: (StepInPlan & { inside: number })[]
  changed: StepInPlan[]
  /** Parts of the plan other than steps that differ. */
  rest: Exclude<keyof CampaignPlan, "graph">[]
  /** People inside now, and how many of them could go on in the new version where they stand. */
  inside: number
  movable: number
}

/** What a member of staff does to one person inside. */
export type Steering =
  { action: "move"; step: string } | { action: "skip_wait" } | { action: "take_out" }
