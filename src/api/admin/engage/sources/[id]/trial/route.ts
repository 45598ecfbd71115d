import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { tryMapping } from "../../../../../../modules/profile/sources/receive"
import { getSource } from "../../../../../../modules/profile/sources/store"
import { engageContext } from "../../../../../context"
import type { TrySource } from "../../validators"

export const POST = async (req: AuthenticatedMedusaRequest<TrySource>, res: MedusaResponse) => {
  const { db, now } = await engageContext(req)
  const source = await getSource(db, req.params.id)
  const { body, mapping = source.mapping } = req.validatedBody
  res.json(await tryMapping(db, body, mapping, now))
}
