import type { Rules } from "./ast"
import { assertComplete, parameters, type RuleContext } from "./compile"
import { Compiler } from "./compiler"
import type { RuleRegistry } from "./definitions"
import type { Statement } from "./explain"

/**
 * One scan that counts people by the first of some rules that they match: rows of `place`, from 0 on, or -1 for no rule,
 * and `people`.
 * @param among - who is counted at all, null for everybody
 * @param where - SQL over the profile `p` that must hold besides
 * @throws MedusaError `invalid_data` when a rule has a problem
 */
export function compileSorting(
  all: Rules[],
  among: Rules | null,
  where: string,
  registry: RuleRegistry,
  context: RuleContext
): Statement {
  for (const rules of [...all, ...(among ? [among] : [])]) assertComplete(rules, registry)
  const { params, param } = parameters(context)
  const compiler = new Compiler(registry, param)
  const cases = all.map(({ root }, i) => `when ${compiler.group(root)} then ${i}`)
  const { from, filter } = registry.profiles
  const counted = among ? `${filter} and ${compiler.group(among.root)}` : filter
  const sql = `
    select case ${cases.join(" ")} else -1 end as place, count(*)::float8 as people
    from ${from}
    where ${counted} and ${where}
    group by 1
  `
  return { sql, params }
}
