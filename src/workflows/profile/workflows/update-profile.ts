import {
  createCustomerAddressesWorkflow,
  updateCustomerAddressesWorkflow,
  updateCustomersWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { planProfileUpdateStep, type UpdateProfileInput } from "../steps/plan-update"
import { readContactsStep } from "../steps/read-contacts"
import { writeProfileStep } from "../steps/write-profile"

export const updateProfileWorkflowId = "engage-update-profile"

/**
 * Changes what is known of a person: attributes, the shop's own fields, assigned metrics. What Medusa keeps is changed
 * there too, by Medusa's own workflows, so that its events and hooks run. Answers the profile's number.
 */
export const updateProfileWorkflow = createWorkflow(
  updateProfileWorkflowId,
  (input: UpdateProfileInput) => {
    const plan = planProfileUpdateStep(input)
    const profile = writeProfileStep({ input, plan })
    when({ plan }, (data) => data.plan.customer !== null).then(() => {
      updateCustomersWorkflow.runAsStep({
        input: transform({ plan }, (data) => ({
          selector: { id: [data.plan.customer!.id] },
          update: data.plan.customer!.update,
        })),
      })
    })
    when({ plan }, (data) => Boolean(data.plan.address?.id)).then(() => {
      updateCustomerAddressesWorkflow.runAsStep({
        input: transform({ plan }, (data) => ({
          selector: { id: [data.plan.address!.id!] },
          update: data.plan.address!.values,
        })),
      })
    })
    when({ plan }, (data) => data.plan.address !== null && !data.plan.address.id).then(() => {
      createCustomerAddressesWorkflow.runAsStep({
        input: transform({ plan }, (data) => ({
          addresses: [
            {
              customer_id: data.plan.address!.customer_id,
              is_default_shipping: true,
              ...data.plan.address!.values,
            },
          ],
        })),
      })
    })
    readContactsStep({ profileId: input.profileId })
    return new WorkflowResponse(profile)
  }
)
