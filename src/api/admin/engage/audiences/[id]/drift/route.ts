import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { readProfiles } from "../../../../../../modules/profile/read/by-number"
import { wouldChange } from "../../../../../../modules/segment/audience/members"
import { getAudience, originRules } from "../../../../../../modules/segment/audience/store"
import { loadRegistry } from "../../../../../../modules/segment/registry"
import { watchedScan } from "../../../../../../modules/segment/scan"
import { compileRules } from "../../../../../../rules/compile"
import type { AudienceDrift } from "../../../../../../types/audience"
import { engageContext } from "../../../../../context"
import { whileWaiting } from "../../../../../waiting"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const signal = whileWaiting(res)
  const context = await engageContext(req)
  const { db, currency } = context
  const audience = await getAudience(db, req.params.id)
  const rules = originRules(audience)
  if (!rules) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The audience was not made from a rule, so there is nothing to compare it with"
    )
  }
  const rule = compileRules(rules, await loadRegistry(db), context)
  const drift = await watchedScan(db, signal, (trx) => wouldChange(trx, audience, rule))
  const people = await readProfiles(db, [...drift.entering, ...drift.leaving], currency)
  const known = (numbers: number[]) => numbers.flatMap((number) => people.get(number) ?? [])
  const answer: AudienceDrift = {
    enter: drift.enter,
    leave: drift.leave,
    entering: known(drift.entering),
    leaving: known(drift.leaving),
  }
  res.json(answer)
}
