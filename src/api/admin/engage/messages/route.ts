import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listOutbox } from "../../../../modules/delivery/message/outbox"
import type { ListMessages } from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListMessages>,
  res: MedusaResponse
) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  res.json(await listOutbox(db, req.validatedQuery as ListMessages))
}
