import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { changeRule } from "../../../../../../modules/profile/quality/settings"
import { listRules } from "../../../../../../modules/profile/quality/runs"
import { QUALITY_RULES } from "../../../../../../types/quality"
import { engageContext } from "../../../../../context"
import type { SetRule } from "../../validators"

export const POST = async (req: AuthenticatedMedusaRequest<SetRule>, res: MedusaResponse) => {
  const { db } = await engageContext(req)
  const rule = QUALITY_RULES.find((known) => known === req.params.rule)
  if (!rule)
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no rule ${req.params.rule}; the rules are ${QUALITY_RULES.join(", ")}`
    )
  await changeRule(db, rule, req.validatedBody)
  res.json({ rules: await listRules(db) })
}
