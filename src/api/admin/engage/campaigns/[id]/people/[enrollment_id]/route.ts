import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { publicIds } from "../../../../../../../lib/public-id"
import { steerPerson } from "../../../../../../../modules/campaign/flow/steer"
import { engageContext } from "../../../../../../context"
import type { SteerPerson } from "../../../validators"

/** Moves one person inside, skips their wait, or takes them out. */
export const POST = async (req: AuthenticatedMedusaRequest<SteerPerson>, res: MedusaResponse) => {
  const { db, now, zone } = await engageContext(req)
  const { id, enrollment_id } = req.params
  const enrollment = (await publicIds(db)).openOne("enr", enrollment_id, "Enrollment")
  const { at, ...steering } = req.validatedBody
  const by = { actor: req.auth_context.actor_id, now, zone }
  await steerPerson(db, id, enrollment, at, steering, by)
  res.json({ id: enrollment_id })
}
