import type { CampaignStep } from "../../../types/campaign-plan"
import type { ErrandStep, ErrandType } from "../../../types/campaign-errand"

/** When what could not be done is tried again, in ms, and then given up. */
const RETRY_MS = [10_000, 60_000, 300_000, 1_800_000]

type Kind = {
  /** The way of those for whom it was done, and of those for whom it was given up. */
  done: string
  failed: string
}

const KINDS: Record<ErrandType, Kind> = {
  promo: { done: "given", failed: "not_given" },
  group: { done: "next", failed: "next" },
  webhook: { done: "done", failed: "failed" },
  notify: { done: "next", failed: "next" },
}

/** The ways out of a step that has something done elsewhere. */
export function errandKind(type: ErrandType): Kind {
  return KINDS[type]
}

/** Whether people stay at a step until something is done elsewhere. */
export function isErrand(step: CampaignStep | undefined): step is ErrandStep {
  return step !== undefined && step.type in KINDS
}

/** How long after a failed attempt the next one is made, in ms; `undefined` when it is given up. */
export function retryAfter(attempts: number): number | undefined {
  return RETRY_MS[attempts - 1]
}
