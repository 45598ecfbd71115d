import type { CampaignTrigger } from "./campaign-trigger"
import type { Iso } from "./common"
import type { LifeStage } from "./life-cycle"
import type { ProfileListItem } from "./profile"
import type { CostReport } from "./cost"
import type { CampaignPlan } from "./campaign-plan"

export const CAMPAIGN_STATUSES = ["draft", "live", "paused", "archived"] as const
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number]

/** What keeps a plan from being published; `step` is null for what is about the whole. */
export type CampaignProblem = { step: string | null; message: string }

export type Campaign = {
  id: string
  name: string
  /** The empty one is none. */
  folder: string
  /** Words by which it is found again, in the order of the alphabet. */
  tags: string[]
  status: CampaignStatus
  /** For whom it is meant; null for people of any stage. */
  stage: LifeStage | null
  /** Of the published plan; 0 before the first time. */
  version: number
  /** How often the draft was changed; a change that names it is refused when it is another by now. */
  revision: number
  /** Whether the draft differs from what is published. */
  changed: boolean
  plan: CampaignPlan
  problems: CampaignProblem[]
  /** Splits of the live version that look for their best way, by step: the way that has won, or null. */
  split_tests: Record<string, string | null>
  /** People in it now, and who have ever come in. */
  inside: number
  entered: number
  published_at: Iso | null
  created_at: Iso
  updated_at: Iso
}

/** A campaign as lists have it: without its steps. */
export type ListedCampaign = Omit<Campaign, "plan" | "problems" | "split_tests"> & {
  /** What lets people in, by its type; `null` until that is chosen. */
  trigger: CampaignTrigger["type"] | null
}

/** What happened at one step. */
export type StepReport = {
  step: string
  /** Times that people came to it. */
  came: number
  /** People who are at it now. */
  here: number
  /** People who left it, by way out. */
  passed: Record<string, number>
  /** For e-mails. */
  sent: number
  opened: number
  clicked: number
  /** What they cost, in minor units, as far as a price was known, and how many had none. */
  cost: number
  unpriced: number
  ordered: number
  /** What those orders are credited with, in minor units of the report's currency. */
  revenue: number
  /** Promo codes given here that were used. */
  redeemed: number
}

/** When people come into a live campaign; a date without a next time has passed. */
export type EntryTiming =
  | { how: "at_once" }
  | { how: "looked_for"; every_minutes: number; next_at: Iso }
  | { how: "date"; next_at: Iso | null }

/** Answer of `GET /admin/engage/campaigns/:id/report`. Money in minor units of `currency`. */
export type CampaignReport = {
  /** When people come in; null while nobody can. */
  entry: EntryTiming | null
  entered: number
  inside: number
  ended: Record<string, number>
  orders: number
  revenue: number
  /** Of all its messages; `null` when no price was known for any. */
  cost: CostReport | null
  currency: string
  steps: StepReport[]
  /** Files that messages wait for because they cannot be read. */
  lost_files: LostFile[]
}

/** A file that cannot be read, so that messages of a step that it goes along with wait. */
export type LostFile = {
  step: string
  id: string
  name: string
  since: Iso
  /** How many messages wait for it. */
  waiting: number
}

/** One person's way through a campaign. */
export type CampaignPerson = ProfileListItem & {
  enrollment_id: string
  version: number
  /** Where they are; null when it has ended. */
  step: string | null
  due_at: Iso | null
  entered_at: Iso
  ended_at: Iso | null
  reason: string | null
  /** What they did; `by` names the member of staff who did it for them. */
  path: { step: string; way: string; at: Iso; by: string | null }[]
}
