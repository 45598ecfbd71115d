import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import { groupDifferenceStep, noteSyncStep } from "../steps/sync-group"

export const syncSegmentGroupWorkflowId = "engage-sync-segment-group"

/**
 * Brings the customer group that follows a segment in line with its members, by the difference and through Medusa's own
 * workflow, so that promotions and price lists see it as if an admin had done it.
 * @returns the group's id with the customers added and removed; an empty id when no group follows
 */
export const syncSegmentGroupWorkflow = createWorkflow(
  syncSegmentGroupWorkflowId,
  (segment: string) => {
    const difference = groupDifferenceStep(segment)
    when(
      { difference },
      ({ difference }) => difference.add.length + difference.remove.length > 0
    ).then(() => linkCustomersToCustomerGroupWorkflow.runAsStep({ input: difference }))
    when({ difference }, ({ difference }) => difference.id !== "").then(() =>
      noteSyncStep(
        transform({ difference, segment }, ({ difference, segment }) => ({
          segment,
          added: difference.add.length,
          removed: difference.remove.length,
        }))
      )
    )
    return new WorkflowResponse(difference)
  }
)
