import type { MedusaContainer } from "@medusajs/framework/types"
import { noted } from "../lib/failures"
import { endPromoCodesWorkflow } from "../workflows/campaign/workflows/end-promo-codes"

/** Once a minute: ends promo codes of campaigns that are over. */
export default async function engagePromoCodes(container: MedusaContainer): Promise<void> {
  await noted(container, "promo-codes", async () => {
    await endPromoCodesWorkflow(container).run({ input: {} })
  })
}

export const config = { name: "engage-promo-codes", schedule: "* * * * *" }
