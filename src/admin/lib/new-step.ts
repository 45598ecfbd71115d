import { EMPTY_RULES } from "../../rules/ast"
import type { CampaignStep, StepType } from "../../types/campaign-plan"
import { isSendingChannel } from "../../types/common"

/** A new step of a type, not set up yet. */
export function newStep(type: StepType): CampaignStep {
  if (isSendingChannel(type))
    return { type, template_id: null, next: { sent: null, not_sent: null } }
  switch (type) {
    case "wait":
      return { type, for: { amount: 1, unit: "days" }, next: { next: null } }
    case "wait_until":
      return { type, time: "10:00", weekdays: [], next: { next: null } }
    case "filter":
      return { type, rules: EMPTY_RULES, next: { yes: null, no: null } }
    case "split":
      return { type, shares: [50, 50], next: { a: null, b: null } }
    case "wait_event":
      return {
        type,
        events: [{ type: "order_placed" }],
        same: false,
        timeout: { amount: 3, unit: "days" },
        next: { a: null, timeout: null },
      }
    case "branches":
      return { type, branches: [EMPTY_RULES, EMPTY_RULES], next: { a: null, b: null, else: null } }
    case "limit":
      return { type, total: 100, per_day: null, next: { in: null, over: null } }
    case "field":
      return { type, field: "", value: "", next: { next: null } }
    case "tag":
      return { type, tags: [], action: "add", next: { next: null } }
    case "promo":
      return {
        type,
        discount: "percent",
        value: 10,
        currency: "eur",
        pattern: "THANKS-######",
        days: 14,
        max_uses: null,
        revoke_on_exit: false,
        revoke_on_refund: false,
        next: { given: null, not_given: null },
      }
    case "group":
      return { type, group_id: null, action: "add", next: { next: null } }
    case "webhook":
      return { type, url: "", answers: [], next: { done: null, failed: null } }
    case "notify":
      return { type, title: "", text: "", next: { next: null } }
    case "refresh":
      return { type, step: null, next: { yes: null, no: null } }
    case "wait_date":
      return { type, field: "", offset: 0, time: "10:00", next: { reached: null, no_date: null } }
    case "exit":
      return { type, reason: "", next: {} }
    case "audience":
      return { type, audience_id: null, action: "add", next: { next: null } }
  }
}

const WAITS: StepType[] = ["wait", "wait_until", "wait_event"]

/** Whether people stay at a step, so that a way may lead back over it. */
export function isWait({ type }: CampaignStep): boolean {
  return WAITS.includes(type)
}
