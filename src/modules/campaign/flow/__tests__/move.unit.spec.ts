import fc from "fast-check"
import type { CampaignGraph, CampaignStep } from "../../../../types/campaign-plan"
import { movableSteps } from "../move"

const IDS = ["a", "b", "c", "d", "e", "f"]
const step = (next: string[]): CampaignStep => ({
  type: "split",
  shares: [50, 50],
  next: { a: next[0] ?? null, b: next[1] ?? null },
})
const chain = (...ids: string[]): CampaignGraph => ({
  version: 2,
  first: ids[0] ?? null,
  steps: Object.fromEntries(ids.map((id, i) => [id, step(ids.slice(i + 1, i + 2))])),
})

describe("people can change to a new version", () => {
  it("at steps that are in both", () => {
    expect(movableSteps(chain("a", "b", "c"), chain("a", "c", "d"))).toEqual(["a", "c"])
  })

  it("but not where a step that they have done comes again", () => {
    expect(movableSteps(chain("a", "b", "c"), chain("b", "a", "c"))).toEqual(["a", "c"])
  })

  it("nor at a step that is of another kind now", () => {
    const to = chain("a", "b")
    to.steps.b = { type: "wait", for: { amount: 1, unit: "days" }, next: { next: null } }
    expect(movableSteps(chain("a", "b"), to)).toEqual(["a"])
  })

  it("without doing anything twice, whatever the two versions", () => {
    // Without circles, somebody's way in a version is a path; a later step comes after in every order.
    const graph = fc
      .tuple(
        fc.shuffledSubarray(IDS, { minLength: 1 }),
        fc.array(fc.nat(100), { minLength: 12, maxLength: 12 })
      )
      .map(([order, picks]): CampaignGraph => ({
        version: 2,
        first: order[0],
        steps: Object.fromEntries(
          order.map((id, i) => {
            const later = order.slice(i + 1)
            const pick = (n: number) => later[picks[n] % Math.max(1, later.length)]
            return [id, step([pick(i), pick(i + 6)].filter(Boolean))]
          })
        ),
      }))
    const ways = (graph: CampaignGraph, from: string | null): string[][] =>
      from === null
        ? [[]]
        : Object.values(graph.steps[from].next).flatMap((to) =>
            ways(graph, to).map((rest) => [from, ...rest])
          )
    fc.assert(
      fc.property(graph, graph, (from, to) => {
        const movable = new Set(movableSteps(from, to))
        for (const way of ways(from, from.first))
          for (const [i, at] of way.entries()) {
            if (!movable.has(at)) continue
            const done = way.slice(0, i)
            for (const rest of ways(to, at))
              expect(rest.filter((id) => done.includes(id))).toEqual([])
          }
      }),
      { numRuns: 300 }
    )
  })
})
