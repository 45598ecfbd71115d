import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordPurchasesWorkflow } from "../../../../workflows/purchase/workflows/record-purchases"
import { readBatch } from "../../../batch"
import { PurchaseInput, type RecordPurchases } from "./validators"

/** Answers 200 with the refused rows: one wrong row does not stop the others. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RecordPurchases>,
  res: MedusaResponse
) => {
  const { accepted, refused } = readBatch(req.validatedBody.purchases, PurchaseInput)
  const { result } = await recordPurchasesWorkflow(req.scope).run({ input: accepted })
  res.json({
    ...result,
    refused: [...refused, ...result.refused].sort((a, b) => a.index - b.index),
  })
}
