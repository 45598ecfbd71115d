import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { linkCustomersToCustomerGroupWorkflow } from "@medusajs/medusa/core-flows"
import type { Errand, Outcome } from "../../../modules/campaign/errand/store"
import { groupChange, groupExists } from "../../../modules/campaign/errand/group"
import type { GroupStep } from "../../../types/campaign-errand"

/** Puts people into a customer group or takes them out. Who is no customer of the shop goes on all the same. */
export async function changeGroup(
  container: MedusaContainer,
  errands: Errand<GroupStep>[]
): Promise<Outcome[]> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [{ settings }] = errands
  const group = settings.group_id ?? ""
  if (!(await groupExists(db, group)))
    return errands.map((errand) => ({ errand, error: "The group is gone", final: true }))
  const people = errands.map(({ profile_id }) => profile_id)
  const customers = await groupChange(db, group, people, settings.action)
  const change = { add: [] as string[], remove: [] as string[], [settings.action]: customers }
  if (customers.length)
    await linkCustomersToCustomerGroupWorkflow(container).run({ input: { id: group, ...change } })
  return errands.map((errand) => ({ errand, facts: {} }))
}
