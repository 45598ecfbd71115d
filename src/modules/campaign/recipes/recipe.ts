import type { Condition, HasCondition, Rules } from "../../../rules/ast"
import type {
  CampaignGraph,
  CampaignPlan,
  CampaignStep,
  WaitUnit,
} from "../../../types/campaign-plan"
import type { LifeStage } from "../../../types/life-cycle"

/** A message made of one of the ready templates. */
type Message = { mail: string }
/** A notification, by its key among those of the recipe. */
type Push = { push: string }
/** One thing after another; who gets no message, or is not meant any more, is through. */
type Part =
  | Message
  | Push
  | { wait: [amount: number, unit: WaitUnit] }
  /** A code of their own for so many percent off; the messages that follow say it in their coupons. */
  | { promo: number }
  | { only: Rules }
  /** As many ways as messages, evenly; they meet again. */
  | { either: string[] }

/** A short message that a recipe writes itself: where a press on it leads is written as in templates. */
export type PushText = { name: string; subject: string; text: string; link: string }

/** A campaign that is known to do well: with its messages and segments, to be installed as a draft. */
export type Recipe = {
  key: string
  name: string
  /** What it is for, in a sentence. */
  goal: string
  /** For whom it is meant, if for people of one stage. */
  stage?: LifeStage
  /** A segment that is made with it; its id stands for {@link SEGMENT}. */
  segment?: { name: string; rules: Rules }
  plan: (now: Date) => CampaignPlan
  /** What its notifications say, by what their steps name. */
  pushes?: Record<string, PushText>
}

/** Stands in a plan for the id of the recipe's segment. */
export const SEGMENT = "recipe:segment"
/** Stands in a plan for the id of a template made from the ready one of that key. */
export const TEMPLATE = "recipe:template:"

/** The rule that all of some conditions hold. */
export const all = (...children: (Condition | HasCondition)[]): Rules => ({
  version: 1,
  root: { type: "group", op: "and", children },
})

export const is = (
  attribute: string,
  operator: Condition["operator"],
  value?: Condition["value"]
): Condition => ({ type: "condition", attribute, operator, value })

/** A plan whose steps follow each other. */
export function planOf(
  trigger: NonNullable<CampaignPlan["trigger"]>,
  parts: Part[],
  more: Partial<CampaignPlan> = {}
): CampaignPlan {
  return {
    trigger,
    entry_rules: null,
    reentry: { mode: "always" },
    exit_on_order: false,
    topic: "news",
    attribution_days: null,
    graph: graphOf(parts),
    ...more,
  }
}

function graphOf(parts: Part[]): CampaignGraph {
  const steps: CampaignGraph["steps"] = {}
  const idOf = (i: number) => (i < parts.length ? `s${i + 1}` : null)
  parts.forEach((part, i) => Object.assign(steps, stepsOf(part, idOf(i)!, idOf(i + 1))))
  return { version: 2, first: idOf(0), steps }
}

function stepsOf(part: Part, id: string, next: string | null): CampaignGraph["steps"] {
  if ("wait" in part) {
    const [amount, unit] = part.wait
    return { [id]: { type: "wait", for: { amount, unit }, next: { next } } }
  }
  if ("promo" in part) return { [id]: promo(part.promo, next) }
  if ("only" in part)
    return { [id]: { type: "filter", rules: part.only, next: { yes: next, no: null } } }
  if ("mail" in part) return { [id]: message("email", part.mail, next) }
  if ("push" in part) return { [id]: message("push", part.push, next) }
  const arms = part.either.map((key, i) => [`${id}_${i + 1}`, message("email", key, next)] as const)
  const even = Math.floor(100 / arms.length)
  const split: CampaignStep = {
    type: "split",
    shares: arms.map((_, i) => (i ? even : 100 - even * (arms.length - 1))),
    next: Object.fromEntries(arms.map(([arm], i) => [String.fromCharCode(97 + i), arm])),
  }
  return { [id]: split, ...Object.fromEntries(arms) }
}

const promo = (percent: number, next: string | null): CampaignStep => ({
  type: "promo",
  discount: "percent",
  value: percent,
  currency: "eur",
  pattern: "FORYOU-######",
  days: 14,
  max_uses: null,
  revoke_on_exit: false,
  revoke_on_refund: false,
  next: { given: next, not_given: null },
})

const message = (type: "email" | "push", key: string, next: string | null): CampaignStep => ({
  type,
  template_id: TEMPLATE + key,
  next: { sent: next, not_sent: null },
})
