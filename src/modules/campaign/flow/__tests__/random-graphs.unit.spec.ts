import fc from "fast-check"
import type {
  CampaignGraph,
  CampaignPlan,
  CampaignStep,
  StepType,
} from "../../../../types/campaign"
import { move } from "../advance"
import { type Due, ENTRANCE } from "../due"
import { reachable } from "../problems"
import { planSchema } from "../schema"
import { EMPTY_PLAN } from "../store"

const RULES = {
  version: 1 as const,
  root: {
    type: "group" as const,
    op: "and" as const,
    children: [
      { type: "condition" as const, attribute: "orders", operator: "gte" as const, value: 2 },
    ],
  },
}
const DAY = { amount: 1, unit: "days" as const }
const sent = { template_id: "tmpl_1", ways: ["sent", "not_sent"] }
const yesNo = ["yes", "no"]
const one = ["next"]

/** One of every type there is, with its ways out: a type that is missing here does not compile. */
const STEPS: {
  [Type in StepType]: Omit<Extract<CampaignStep, { type: Type }>, "type" | "next"> & {
    ways: string[]
  }
} = {
  wait: { for: DAY, ways: one },
  wait_until: { time: "09:30", weekdays: [1, 5], ways: one },
  filter: { rules: RULES, ways: yesNo },
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
  condition: {
    conditions: [{ key: "total", operator: "gte", value: "10" }],
    ways: yesNo,
  },
  branches: { branches: [RULES, RULES], ways: ["a", "b", "else"] },
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
const TYPES = Object.keys(STEPS) as StepType[]
const IDS = Array.from({ length: 12 }, (_, no) => `s${no}`)
const WAITS: StepType[] = ["wait", "wait_event"]

const target = fc.option(fc.constantFrom(...IDS), { nil: null, freq: 6 })
const graphs = fc
  .tuple(...IDS.map(() => fc.tuple(fc.constantFrom(...TYPES), fc.tuple(target, target, target))))
  .map((picked): CampaignGraph => ({
    version: 1,
    first: IDS[0],
    steps: Object.fromEntries(
      picked.map(([type, to], i) => {
        const { ways, ...settings } = STEPS[type]
        const next = Object.fromEntries(ways.map((way, no) => [way, to[no]]))
        return [IDS[i], { type, ...settings, next } as CampaignStep]
      })
    ),
  }))

const start = new Date("2026-03-20T12:00:00Z")
const due: Due = {
  id: 1,
  profile_id: 7,
  version: 1,
  step: ENTRANCE,
  moves: 0,
  zone: "Europe/Berlin",
  removed: false,
  ordered: false,
  context: {},
  facts: {},
  found: null,
}

it("takes every type of step from the API as it is here", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { error } = planSchema.shape.graph.safeParse(graph)
      expect(error?.issues).toBeUndefined()
    })
  )
})

it("leads everybody along the drawn ways, never back in time, and out in the end, whatever the graph", () => {
  const chosen = fc.infiniteStream(fc.nat(5))
  const seen = new Set<string>()
  fc.assert(
    fc.property(graphs, chosen, (graph, choices) => {
      const plan: CampaignPlan = { ...EMPTY_PLAN, trigger: { type: "order_placed" }, graph }
      const inside = new Set(reachable(graph))
      let at: string | null = ENTRANCE
      let now = start
      for (let moves = 0; at !== null; moves++) {
        expect(moves).toBeLessThanOrEqual(1_000)
        const step: CampaignStep | undefined = graph.steps[at]
        const ways = step ? STEPS[step.type].ways : []
        const way = ways[choices.next().value % ways.length]
        const done = move({ ...due, step: at, moves }, plan, step, way, now)
        if (moves === 1_000) expect(done).toMatchObject({ step: null, reason: "too_long" })
        else if (!step) expect(done).toMatchObject({ way: "in", step: IDS[0], reason: null })
        else if (step.type === "exit")
          expect(done).toMatchObject({ way: "out", step: null, reason: "enough" })
        else {
          const next = (step.next as Record<string, string | null>)[way]
          const reason = next === null ? "finished" : null
          expect(done).toMatchObject({ way, step: next, reason })
        }
        if (done.step !== null) {
          expect(inside.has(done.step)).toBe(true)
          expect(done.due_at!.getTime()).toBeGreaterThanOrEqual(now.getTime())
          const { type } = graph.steps[done.step]
          if (WAITS.includes(type)) expect(done.due_at!.getTime()).toBeGreaterThan(now.getTime())
          seen.add(type)
          now = done.due_at!
        }
        at = done.step
      }
    })
  )
  // A walk that never came to some type would show nothing about it.
  expect([...seen].sort()).toEqual([...TYPES].sort())
})
