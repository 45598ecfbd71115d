import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Takes names, contacts and addresses off Medusa's customers, so that deleting them leaves nothing personal behind. */
export const eraseCustomersStep = createStep(
  "engage-erase-customers",
  async ({ ids }: { ids: string[] }, { container }) => {
    const customers = container.resolve(Modules.CUSTOMER)
    const known = await customers.listCustomers({ id: ids }, { relations: ["addresses"] })
    const addresses = known.flatMap((customer) => customer.addresses.map((address) => address.id))
    if (addresses.length) await customers.deleteCustomerAddresses(addresses)
    for (const { id } of known)
      await customers.updateCustomers(id, {
        first_name: null,
        last_name: null,
        phone: null,
        company_name: null,
        email: `erased-${id.toLowerCase()}@example.invalid`,
        metadata: {},
      } as Parameters<typeof customers.updateCustomers>[1])
    return new StepResponse({ ids: known.map((customer) => customer.id) })
  }
)
