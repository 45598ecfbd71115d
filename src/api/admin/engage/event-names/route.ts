import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { eventCatalogue } from "../../../../modules/profile/events/catalogue"
import type { ListNames } from "../events/validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { q } = req.validatedQuery as ListNames
  res.json({ names: await eventCatalogue(db, q, new Date()) })
}
