import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { suggestValues } from "../../../../../../modules/profile/read/values"
import { loadRegistry } from "../../../../../../modules/segment/registry"
import { engageContext } from "../../../../../context"
import type { ListValues } from "../../validators"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const values = await suggestValues(
    db,
    await loadRegistry(db),
    req.params.key,
    req.validatedQuery as ListValues
  )
  res.json({ values })
}
