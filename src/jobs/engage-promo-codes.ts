import type { MedusaContainer } from "@medusajs/framework/types"
import { endPromoCodesWorkflow } from "../workflows/campaign/workflows/end-promo-codes"

/** Once a minute: ends promo codes of campaigns that are over. */
export default async function engagePromoCodes(container: MedusaContainer): Promise<void> {
  await endPromoCodesWorkflow(container).run({ input: {} })
}

export const config = { name: "engage-promo-codes", schedule: "* * * * *" }
