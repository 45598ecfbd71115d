import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../../lib/db"
import { ruleProblems } from "../../../../modules/segment/store"
import type { Rules } from "../../../../rules/ast"

/**
 * Answers 400 with every problem of a rule, so that the builder can mark each in its place.
 * @returns whether it answered
 */
export async function refuseBadRules(db: Db, res: MedusaResponse, rules: Rules): Promise<boolean> {
  const problems = await ruleProblems(db, rules)
  if (!problems.length) return false
  const [first] = problems
  res.status(400).json({
    type: MedusaError.Types.INVALID_DATA,
    message: `rules.${first.path}: ${first.message}`,
    problems,
  })
  return true
}
