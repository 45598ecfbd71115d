import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getWebhook } from "../../../../../modules/outbound/webhook/store"
import { deleteWebhookWorkflow } from "../../../../../workflows/webhook/workflows/delete-webhook"
import { updateWebhookWorkflow } from "../../../../../workflows/webhook/workflows/update-webhook"
import { engageContext } from "../../../../context"
import { checkAddress, presentWebhook } from "../present"
import type { UpdateWebhook } from "../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  res.json({ webhook: presentWebhook(await getWebhook(db, req.params.id)) })
}

export const POST = async (req: AuthenticatedMedusaRequest<UpdateWebhook>, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  const { id } = req.params
  checkAddress(req.validatedBody.url, options)
  await updateWebhookWorkflow(req.scope).run({ input: { id, change: req.validatedBody } })
  res.json({ webhook: presentWebhook(await getWebhook(db, id)) })
}

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  await deleteWebhookWorkflow(req.scope).run({ input: req.params.id })
  res.json({ id: req.params.id, object: "webhook", deleted: true })
}
