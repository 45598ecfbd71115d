import { deleteCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Deletes logins, which hold the e-mail address, and then the customers by Medusa's own workflow. */
export const deleteCustomersStep = createStep(
  "engage-delete-customers",
  async ({ ids }: { ids: string[] }, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    for (const id of ids) {
      const logins = await auth.listAuthIdentities({ app_metadata: { customer_id: id } } as never)
      for (const { id: login, app_metadata } of logins) {
        const { customer_id: _, ...others } = app_metadata ?? {}
        // A member of the staff signs in with the same identity.
        if (Object.values(others).some((actor) => actor !== null))
          await auth.updateAuthIdentities([{ id: login, app_metadata: others }])
        else await auth.deleteAuthIdentities([login])
      }
    }
    if (ids.length) await deleteCustomersWorkflow(container).run({ input: { ids } })
    return new StepResponse(null)
  }
)
