import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type Assignment, assignMetrics } from "../../../modules/profile/fields/assign"

export type AssignMetricsInput = {
  values: { index: number; value: Assignment }[]
  /** `api`, `import`, `job` … */
  source: string
  actor?: string | null
}

/** Assigns metrics in one transaction. It is the last step of its workflow: nothing after it can fail. */
export const assignMetricsStep = createStep(
  "engage-assign-metrics",
  async ({ values, source, actor }: AssignMetricsInput, { container }) => {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return new StepResponse(await assignMetrics(db, values, { source, actor, at: new Date() }))
  }
)
