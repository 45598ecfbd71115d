import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { newSecret } from "../../../../../../modules/profile/sources/signature"
import { getSource } from "../../../../../../modules/profile/sources/store"
import { updateSourceWorkflow } from "../../../../../../workflows/source/workflows/update-source"
import { engageContext } from "../../../../../context"
import { presentSource } from "../../present"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { db, options } = await engageContext(req)
  const { id } = req.params
  const secret = newSecret()
  await updateSourceWorkflow(req.scope).run({ input: { id, change: { secret } } })
  res.json({ source: presentSource(await getSource(db, id), options), secret })
}
