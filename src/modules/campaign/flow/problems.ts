import { checkRules } from "../../../rules/check"
import type { Registry } from "../../../rules/describe"
import type { CampaignProblem } from "../../../types/campaign"
import type {
  CampaignGraph,
  CampaignPlan,
  CampaignStep,
  FilterStep,
  MessageStep,
} from "../../../types/campaign-plan"
import { SENDER_BY_RULES, SHOP_SENDER } from "../../../types/sender"
import { errandProblems } from "../errand/problems"
import { triggerProblem } from "../triggers/problem"
import { sourceOf } from "../triggers/sources"
import type { Known } from "./known-things"
import { isMessageStep } from "./message-step"

/** Every reason why a plan cannot be published, the whole first, then step by step in the order people meet them. */
export function planProblems(
  plan: CampaignPlan,
  registry: Registry,
  known: Known
): CampaignProblem[] {
  const whole = [...triggerProblems(plan, registry, known), ...entryProblems(plan, registry)]
  const { graph } = plan
  if (!graph.first || !graph.steps[graph.first]) whole.push("Add the first step")
  const order = reachable(graph)
  const steps = order.flatMap((id) =>
    stepProblems(graph, id, registry, known).map((message) => ({ step: id, message }))
  )
  const loops = busyLoops(graph, order).map((step) => ({
    step,
    message: "The way leads back to here without a wait in between",
  }))
  const codes = codesNobodyGave(graph, known).map((step) => ({
    step,
    message: "The message says a promo code, but no step before it gives one",
  }))
  const aimless = splitsWithoutGoal(plan).map((step) => ({
    step,
    message: "The best way is found by the goal, but the campaign has none",
  }))
  return [
    ...whole.map((message) => ({ step: null, message })),
    ...[steps, loops, codes, aimless].flat(),
  ]
}

function splitsWithoutGoal({ graph, goal, exit_on_order }: CampaignPlan): string[] {
  if (goal || exit_on_order) return []
  return reachable(graph).filter((id) => {
    const step = graph.steps[id]
    return step.type === "split" && step.winner?.metric === "goal"
  })
}

/** Messages with a promo code to which no way leads from a step that gives one. */
function codesNobodyGave(graph: CampaignGraph, known: Known): string[] {
  const givers = Object.values(graph.steps).filter(({ type }) => type === "promo")
  const after = new Set(
    givers.flatMap((step) => waysOut(step).flatMap((first) => reachable({ ...graph, first })))
  )
  return reachable(graph).filter((id) => {
    const step = graph.steps[id]
    return (
      isMessageStep(step) &&
      step.template_id !== null &&
      known.with_code.has(step.template_id) &&
      !after.has(id)
    )
  })
}

/** Steps that somebody can come to, in the order of a walk from the first. */
export function reachable(graph: CampaignGraph): string[] {
  const seen = new Set<string>()
  const waiting = graph.first ? [graph.first] : []
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const step = graph.steps[id]
    if (!step || seen.has(id)) continue
    seen.add(id)
    waiting.unshift(...waysOut(step))
  }
  return [...seen]
}

/** Where the ways out of a step lead, those that end left out. */
export function waysOut(step: CampaignStep): string[] {
  return Object.values(step.next).filter((id): id is string => id !== null)
}

function triggerProblems(
  { trigger, goal }: CampaignPlan,
  registry: Registry,
  known: Known
): string[] {
  if (!trigger) return ["Choose what lets people in"]
  const own = triggerProblem(trigger, registry, known)
  const aim = goal && sourceOf(goal)
  const late =
    aim?.every || aim?.stock ? "cannot be a goal" : goal && triggerProblem(goal, registry, known)
  return [...(own ? [own] : []), ...(late ? [`The goal: ${late}`] : [])]
}

function entryProblems({ entry_rules }: CampaignPlan, registry: Registry): string[] {
  const problem = entry_rules && checkRules(entry_rules, registry)[0]
  return problem ? [`Who may come in: ${problem.message}`] : []
}

function stepProblems(
  { steps }: CampaignGraph,
  id: string,
  registry: Registry,
  known: Known
): string[] {
  const step = steps[id]
  const lost = waysOut(step).some((next) => !steps[next])
  return [...(lost ? ["A way out leads to a step that is not there"] : []), ...own(step)]

  function own(one: CampaignStep): string[] {
    if (isMessageStep(one)) return messageProblems(one, known)
    switch (one.type) {
      case "filter":
        return filterProblems(one, registry)
      case "split": {
        const sum = one.shares.reduce((total, share) => total + share, 0)
        return sum === 100 ? [] : [`The shares add up to ${sum} %, not to 100 %`]
      }
      case "audience":
        return one.audience_id && known.audiences.has(one.audience_id) ? [] : ["Choose an audience"]
      case "wait_event":
        return one.events.flatMap((event) => {
          const { every, stock } = sourceOf(event)
          if (every || stock)
            return ["This cannot be waited for: choose something that happens at a moment"]
          return triggerProblem(event, registry, known) ?? []
        })
      case "branches":
        return one.branches
          .flatMap((rules) => checkRules(rules, registry).slice(0, 1))
          .map(({ message }) => message)
          .slice(0, 1)
      case "limit":
        return one.total || one.per_day ? [] : ["Say how many may go on"]
      case "field":
        return fieldProblems(one)
      case "tag":
        return one.tags.length ? [] : ["Say which tags"]
      case "refresh":
        return one.step && steps[one.step]?.type === "filter"
          ? []
          : ["Choose which question is asked again"]
      case "wait_date":
        return one.field ? [] : ["Choose the field with the date"]
      case "exit":
        return one.reason ? [] : ["Say why the way ends here"]
      case "promo":
      case "group":
      case "webhook":
      case "notify":
        return errandProblems(one)
      case "wait":
      case "wait_until":
        return []
    }
  }
}

function filterProblems({ rules, conditions = [] }: FilterStep, registry: Registry): string[] {
  if (!rules && !conditions.length) return ["Say who they are or what let them in"]
  if (!conditions.every(({ key }) => key)) return ["Say what is asked of what let them in"]
  const [problem] = rules ? checkRules(rules, registry) : []
  return problem ? [problem.message] : []
}

function fieldProblems({
  field,
  change,
  value,
}: Extract<CampaignStep, { type: "field" }>): string[] {
  if (!field) return ["Choose the field"]
  if (change === "add" && !/^-?\d+(\.\d+)?$/.test(value)) return ["Say which number is added"]
  if (change === "days" && !/^-?\d{1,5}$/.test(value)) return ["Say how many days from today it is"]
  return change === "trigger" && !value ? ["Say what of the event goes into the field"] : []
}

/** Steps on a circle that no wait interrupts: a person would go round for ever at once. */
function busyLoops({ steps }: CampaignGraph, order: string[]): string[] {
  const state = new Map<string, "open" | "done">()
  const found: string[] = []
  for (const start of order) {
    const stack: [string, string[]][] = [[start, [start]]]
    while (stack.length) {
      const [id, todo] = stack[stack.length - 1]
      const next = todo.pop()
      if (next === undefined) {
        state.set(id, "done")
        stack.pop()
        continue
      }
      if (next === id && !state.has(id)) {
        state.set(id, "open")
        const step = steps[id]
        if (step && !isWait(step)) todo.push(...waysOut(step))
        continue
      }
      if (state.get(next) === "open") found.push(next)
      else if (!state.has(next)) stack.push([next, [next]])
    }
  }
  return [...new Set(found)]
}

function isWait({ type }: CampaignStep): boolean {
  return ["wait", "wait_until", "wait_event"].includes(type)
}

function messageProblems(step: MessageStep, known: Known): string[] {
  const { type, template_id, cascade = [], sender = SHOP_SENDER } = step
  const chosen = [template_id, ...cascade.map((one) => one.template_id)]
  const channels = [type, ...cascade.map(({ channel }) => channel)]
  if (!chosen.every((id) => id && known.templates.has(id)))
    return [
      template_id && cascade.length ? "Choose a template for each channel" : "Choose a template",
    ]
  if (![SHOP_SENDER, SENDER_BY_RULES].includes(sender) && !known.senders.has(sender))
    return ["The chosen sender is gone: choose another one"]
  return new Set(channels).size < channels.length ? ["Each channel can be tried once"] : []
}
