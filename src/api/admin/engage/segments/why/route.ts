import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { publicIds } from "../../../../../lib/public-id"
import { readProfiles } from "../../../../../modules/profile/read/by-number"
import { whyIn } from "../../../../../modules/segment/preview"
import { loadRegistry } from "../../../../../modules/segment/registry"
import type { RuleWhy } from "../../../../../types/segment"
import { engageContext } from "../../../../context"
import { refuseBadRules } from "../problems"
import type { WhySegment } from "../validators"

export const POST = async (req: AuthenticatedMedusaRequest<WhySegment>, res: MedusaResponse) => {
  const { rules, profile_id } = req.validatedBody
  const context = await engageContext(req)
  const { db, currency } = context
  if (await refuseBadRules(db, res, rules)) return
  const number = (await publicIds(db)).openOne("prof", profile_id, "Profile")
  const parts = await whyIn(db, rules, await loadRegistry(db), context, number)
  const person = (await readProfiles(db, [number], currency)).get(number)
  if (!parts || !person) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Profile with id ${profile_id} was not found`
    )
  }
  const why: RuleWhy = { matches: parts[0].holds, person, parts }
  res.json(why)
}
