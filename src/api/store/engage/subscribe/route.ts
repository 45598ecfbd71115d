import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { requestOptInWorkflow } from "../../../../workflows/consent/workflows/request-opt-in"
import type { Subscribe } from "../validators"
import { proofIp } from "../../../proof-ip"

/** The answer is the same whoever asks for whom and how often: it tells nobody who is a customer. */
export const POST = async (req: MedusaRequest<Subscribe>, res: MedusaResponse) => {
  const { email, topics, attributes, fields, text_version } = req.validatedBody
  await requestOptInWorkflow(req.scope).run({
    input: {
      email,
      topics,
      data: { attributes, fields },
      ip: proofIp(req),
      textVersion: text_version ?? null,
    },
  })
  res.status(202).json({ accepted: true })
}
