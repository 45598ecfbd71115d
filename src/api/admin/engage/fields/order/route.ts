import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listFields } from "../../../../../modules/profile/fields/store"
import { orderFieldsWorkflow } from "../../../../../workflows/field/workflows/order-fields"
import { engageContext } from "../../../../context"
import type { OrderFields } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<OrderFields>, res: MedusaResponse) => {
  await orderFieldsWorkflow(req.scope).run({ input: req.validatedBody.ids })
  const { db } = await engageContext(req)
  res.json({ fields: await listFields(db) })
}
