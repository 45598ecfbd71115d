import type { CampaignGraph } from "../../../types/campaign-plan"
import type { Due } from "./due"

/** What a step is done with. */
export type StepContext = {
  people: Due[]
  /** The run that the step's messages belong to. */
  run: number | undefined
  campaign: string
  /** Id of the step. */
  step: string
  /** All steps of the version. */
  graph: CampaignGraph
  now: Date
  zone: string
}
