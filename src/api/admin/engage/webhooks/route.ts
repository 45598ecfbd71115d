import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getWebhook, listWebhooks, showSecret } from "../../../../modules/outbound/webhook/store"
import { createWebhookWorkflow } from "../../../../workflows/webhook/workflows/create-webhook"
import { engageContext } from "../../../context"
import { checkAddress, presentWebhook } from "./present"
import type { CreateWebhook } from "./validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ webhooks: (await listWebhooks(db)).map(presentWebhook) })
}

/** The only answers with the secret are this one and the one that makes a new secret. */
export const POST = async (req: AuthenticatedMedusaRequest<CreateWebhook>, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  checkAddress(req.validatedBody.url, options)
  const { result: id } = await createWebhookWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ webhook: presentWebhook(await getWebhook(db, id)), secret: await showSecret(db, id) })
}
