import { MedusaError } from "@medusajs/framework/utils"
import type { Rules } from "./ast"
import { checkRules } from "./check"
import type { Params } from "./comparison"
import { Compiler } from "./compiler"
import { describeRegistry, type RuleRegistry } from "./definitions"

/**
 * A compiled rule: `sql` selects `profile_id`; `matching` is its `from … where …`, for other questions about the same
 * people under the alias `p`.
 */
export type CompiledRule = { sql: string; matching: string; params: Record<string, unknown> }

export type RuleContext = {
  /** The instant that "now" means in the rule. */
  now: Date
  /** IANA zone in which calendar days are meant. */
  zone: string
}

/**
 * Compiles a rule to one parameterised statement that selects the profiles it matches. Preview, count, export and refresh
 * all come through here. No text of the rule becomes SQL: values are parameters, attributes and operators are looked up.
 * @throws MedusaError `invalid_data` naming the first problem when the rule is empty, incomplete or wrong
 */
export function compileRules(
  rules: Rules,
  registry: RuleRegistry,
  context: RuleContext
): CompiledRule {
  assertComplete(rules, registry)
  const { params, param } = parameters(context)
  const compiler = new Compiler(registry, param)
  const { from, id, filter } = registry.profiles
  const matching = `from ${from} where ${filter} and ${compiler.group(rules.root)}`
  return { sql: `select ${id} as profile_id ${matching}`, matching, params }
}

/** @throws MedusaError `invalid_data` naming the first problem of the rule */
export function assertComplete(rules: Rules, registry: RuleRegistry): void {
  const [problem] = checkRules(rules, describeRegistry(registry))
  if (!problem) return
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `rules.${problem.path}: ${problem.message}`)
}

/** The parameters of a statement, and how a value joins them. */
export function parameters(context: RuleContext): {
  params: Record<string, unknown>
  param: Params
} {
  const params: Record<string, unknown> = { now: context.now, zone: context.zone }
  let count = 0
  const param = (value: unknown) => {
    const name = `v${++count}`
    params[name] = value
    return `:${name}`
  }
  return { params, param: Object.assign(param, { now: context.now }) }
}
