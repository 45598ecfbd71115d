import fc from "fast-check"
import type { CampaignPlan, CampaignStep } from "../../../../types/campaign-plan"
import { move } from "../advance"
import { type Due, ENTRANCE } from "../due"
import { reachable } from "../problems"
import { planSchema } from "../schema"
import { EMPTY_PLAN } from "../store"
import { anyGraph, STEPS, TYPES } from "./graph-arbitrary"

const WAITS = ["wait", "wait_event"]
const graphs = anyGraph()

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
        else if (!step) expect(done).toMatchObject({ way: "in", step: graph.first, reason: null })
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
