import type { Due } from "./due"

/** What a step is done with. */
export type StepContext = {
  people: Due[]
  /** The run that the step's messages belong to. */
  run: number | undefined
  /** What random choices of the step are drawn by. */
  seed: string
  campaign: string
  /** Id of the step. */
  step: string
  now: Date
  zone: string
}
