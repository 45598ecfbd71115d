import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { erasePersonWorkflow } from "../../../../../../workflows/privacy/workflows/erase-person"
import { engageContext } from "../../../../../context"
import { profileNumber } from "../../load"
import type { ErasePerson } from "../../validators"

export const POST = async (req: AuthenticatedMedusaRequest<ErasePerson>, res: MedusaResponse) => {
  const context = await engageContext(req)
  const { confirm, reason } = req.validatedBody
  if (confirm !== req.params.id)
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "confirm: must be the profile's id, because erasing cannot be taken back"
    )
  const profile = await profileNumber(context, req.params.id)
  const { result } = await erasePersonWorkflow(req.scope).run({
    input: { profile, actor: req.auth_context.actor_id, reason: reason ?? null },
  })
  res.json({ id: req.params.id, object: "profile", erased: true, rows: result })
}
