import type { CampaignStatus } from "./campaign"
import type { StepType } from "./campaign-plan"
import type { TriggerType } from "./campaign-trigger"
import type { Iso } from "./common"
import type { LifeStage } from "./life-cycle"
import type { RfmGroup } from "./profile"

/** Whom the segment of a date or a repeating date would bring, as everybody is now. */
export type SegmentSnapshot = {
  members: number
  /** Of the members, who have been in the campaign before, those held out included. */
  been_in: number
  /** The next date; null when it has passed or is not set. */
  next_at: Iso | null
  /** Members who would come in then, by the rules of the campaign; null without a date. */
  would_come: number | null
}

/** Answer of `POST /admin/engage/campaigns/trigger-preview`: what the last 30 days would have brought. */
export type TriggerPreview = {
  /** Times it would have happened; null when the past is not known, or when it is not set up. */
  times: number | null
  /** People for whom. */
  people: number | null
  /** Why it cannot be told. */
  problem: string | null
  /** For a date or a repeating date. */
  segment?: SegmentSnapshot
}

/**
 * Answer of `POST /admin/engage/campaigns/way-counts`: people by the first rule they match, as they are now; of a segment,
 * or of everybody when it is null.
 */
export type WayCounts = { segment_id: string | null; ways: number[]; rest: number }

/** A campaign that is known to do well, to be installed as a draft. */
export type CampaignRecipe = {
  key: string
  name: string
  goal: string
  trigger: TriggerType
  /** Types of its steps in their order. */
  steps: StepType[]
}

/** A stage with its people, the campaigns that are meant for it, and what there is to begin with. */
export type StageOnMap = {
  stage: LifeStage
  groups: RfmGroup[]
  people: number
  campaigns: { id: string; name: string; status: Exclude<CampaignStatus, "archived"> }[]
  recipes: { key: string; name: string }[]
}

/**
 * What a test message of a campaign tells of its occasion: of the chosen person's own way (`person`), of what let somebody in
 * last or would have (`last`), or made up because that never happened (`sample`).
 */
export type TestContext = { of: "person" | "last" | "sample"; at: Iso | null }

/** Answer of `POST /admin/engage/campaigns/:id/test-message`. */
export type CampaignTest = {
  message_id: string
  state: "accepted" | "failed"
  error: string | null
  context: TestContext
}
