import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deleteCustomersStep } from "../steps/delete-customers"
import { eraseCustomersStep } from "../steps/erase-customers"
import { erasePersonStep } from "../steps/erase-person"
import { findSubjectStep } from "../steps/find-subject"

export const erasePersonWorkflowId = "engage-erase-person"

export type ErasePersonInput = {
  /** Row number of the profile. */
  profile: number
  actor: string | null
  reason: string | null
}

/**
 * Erases a person everywhere: Medusa's customers are emptied and deleted first, so that no sync brings them back, then all that
 * is stored here. Orders stay in Medusa, as bookkeeping laws want. Answers how many rows of each table were touched.
 */
export const erasePersonWorkflow = createWorkflow(
  erasePersonWorkflowId,
  (input: ErasePersonInput) => {
    const subject = findSubjectStep(input)
    when({ subject }, (data) => data.subject.customers.length > 0).then(() => {
      const customers = eraseCustomersStep(
        transform({ subject }, (data) => ({ ids: data.subject.customers }))
      )
      deleteCustomersStep(customers)
    })
    const rows = erasePersonStep(
      transform({ input, subject }, (data) => ({
        subject: data.subject,
        actor: data.input.actor,
        reason: data.input.reason,
      }))
    )
    return new WorkflowResponse(rows)
  }
)
