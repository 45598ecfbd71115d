import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { assignMetricsWorkflow } from "../../../../workflows/profile/workflows/assign-metrics"
import { readBatch } from "../../../batch"
import { type AssignMetrics, MetricValueInput } from "../fields/validators"

/** Answers 200 with the refused rows: one wrong row does not stop the others. */
export const POST = async (req: AuthenticatedMedusaRequest<AssignMetrics>, res: MedusaResponse) => {
  const { accepted, refused } = readBatch(req.validatedBody.values, MetricValueInput)
  const { result } = await assignMetricsWorkflow(req.scope).run({
    input: { values: accepted, source: "api", actor: req.auth_context.actor_id },
  })
  res.json({
    changed: result.changed,
    refused: [...refused, ...result.refused].sort((a, b) => a.index - b.index),
  })
}
