import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { ruleProblems } from "../../../../modules/segment/store"
import type { Rules } from "../../../../rules/ast"

/**
 * Answers 400 with every problem of a rule, so that the builder can mark each in its place.
 * @returns whether it answered
 */
export function refuseBadRules(res: MedusaResponse, rules: Rules): boolean {
  const problems = ruleProblems(rules)
  if (!problems.length) return false
  const [first] = problems
  res.status(400).json({
    type: MedusaError.Types.INVALID_DATA,
    message: `rules.${first.path}: ${first.message}`,
    problems,
  })
  return true
}
