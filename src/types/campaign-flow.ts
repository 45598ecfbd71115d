import type { CampaignPlan, CampaignStep } from "./campaign-plan"
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

/** One thing of a simulated way: a step, the way out, when, and why if it is not plain. */
export type SimulatedPass = { step: string; way: string; at: Iso; why: string | null }

/** One person's way through a plan, made up. */
export type SimulatedWalk = {
  person: { id: string; name: string | null; email: string | null }
  entered_at: Iso
  path: SimulatedPass[]
  ended_at: Iso
  /** Why it ended; `still_inside` when it went on beyond what is simulated. */
  reason: string
}

/** What would have become of people in a plan; nothing of it has happened. */
export type Simulation = {
  people: number
  /** Messages that would have been sent. */
  messages: number
  steps: { step: string; came: number; passed: Record<string, number> }[]
  ended: Record<string, number>
  /** For one person: whether they may come in at all. */
  may_enter: boolean | null
  walks: SimulatedWalk[]
}
