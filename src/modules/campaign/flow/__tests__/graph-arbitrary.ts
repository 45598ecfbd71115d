import fc from "fast-check"
import type { CampaignGraph, CampaignStep, StepType } from "../../../../types/campaign-plan"
import { isWait } from "../timing"

/** A type of step as it is set, and its ways out. */
type Settings = {
  [Type in StepType]: Omit<Extract<CampaignStep, { type: Type }>, "type" | "next"> & {
    ways: string[]
  }
}

/** Whoever has so many orders or more. */
export const ordersFrom = (value: number) => ({
  version: 1 as const,
  root: {
    type: "group" as const,
    op: "and" as const,
    children: [
      { type: "condition" as const, attribute: "orders", operator: "gte" as const, value },
    ],
  },
})
const DAY = { amount: 1, unit: "days" as const }
const sent = { template_id: "tmpl_1", ways: ["sent", "not_sent"] }
const yesNo = ["yes", "no"]
const one = ["next"]

/** One of every type there is, with its ways out: a type that is missing here does not compile. */
export const STEPS: Settings = {
  wait: { for: DAY, ways: one },
  wait_until: { time: "09:30", weekdays: [1, 5], ways: one },
  filter: {
    rules: ordersFrom(2),
    conditions: [{ key: "total", operator: "gte", value: "10" }],
    match: "either",
    ways: yesNo,
  },
  split: { shares: [50, 30, 20], ways: ["a", "b", "c"] },
  email: sent,
  sms: { ...sent, recheck: true },
  in_app: sent,
  push: sent,
  telegram: sent,
  audience: { audience_id: "aud_1", action: "add", ways: one },
  wait_event: {
    events: [{ type: "order_placed" }, { type: "order_paid" }],
    same: false,
    timeout: DAY,
    ways: ["a", "b", "timeout"],
  },
  branches: { branches: [ordersFrom(2), ordersFrom(1)], ways: ["a", "b", "else"] },
  limit: { total: 100, per_day: 10, ways: ["in", "over"] },
  field: { field: "score", value: "7", ways: one },
  refresh: { step: null, ways: yesNo },
  wait_date: { field: "wedding", offset: -3, time: "09:30", ways: ["reached", "no_date"] },
  exit: { reason: "enough", ways: [] },
  promo: {
    discount: "percent",
    value: 1_000,
    currency: "eur",
    pattern: "GIFT-####",
    days: 7,
    max_uses: 50,
    revoke_on_exit: true,
    revoke_on_refund: true,
    ways: ["given", "not_given"],
  },
  group: { group_id: "cusgroup_1", action: "add", ways: one },
  webhook: { url: "https://crm.example", answers: [], ways: ["done", "failed"] },
  notify: { title: "Look", text: "", ways: one },
}
export const TYPES = Object.keys(STEPS) as StepType[]
const IDS = Array.from({ length: 12 }, (_, no) => `s${no}`)

const target = fc.option(fc.constantFrom(...IDS), { nil: null, freq: 6 })

/** Graphs of steps of some types, each of whose ways leads anywhere: many of them cannot be published. */
export function anyGraph(types = TYPES, settings = STEPS): fc.Arbitrary<CampaignGraph> {
  return fc
    .tuple(...IDS.map(() => fc.tuple(fc.constantFrom(...types), fc.tuple(target, target, target))))
    .map((picked): CampaignGraph => ({
      version: 2,
      first: IDS[0],
      steps: Object.fromEntries(
        picked.map(([type, to], i) => {
          const { ways, ...told } = settings[type]
          const next = Object.fromEntries(ways.map((way, no) => [way, to[no]]))
          return [IDS[i], { type, ...told, next } as CampaignStep]
        })
      ),
    }))
}

/** The same graph with ways back only from waits, and questions asked again only where there are some: it can be published. */
export function walkable({ first, steps }: CampaignGraph): CampaignGraph {
  const asked = IDS.find((id) => steps[id].type === "filter")
  const { ways: _, ...question } = STEPS.filter
  const mended = IDS.map((id, i): [string, CampaignStep] => {
    const step = steps[id]
    const ahead = IDS.slice(i + 1)
    const forward = (to: string | null) =>
      to === null || isWait(step) || ahead.includes(to)
        ? to
        : (ahead[IDS.indexOf(to) % ahead.length] ?? null)
    const ways = Object.entries<string | null>(step.next)
    const next = Object.fromEntries(ways.map(([way, to]) => [way, forward(to)]))
    if (step.type !== "refresh") return [id, { ...step, next } as CampaignStep]
    const again = asked ? { ...step, step: asked } : { type: "filter", ...question }
    return [id, { ...again, next } as CampaignStep]
  })
  return { version: 2, first, steps: Object.fromEntries(mended) }
}
