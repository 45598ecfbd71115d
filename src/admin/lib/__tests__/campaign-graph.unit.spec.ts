import fc from "fast-check"
import type { CampaignGraph, CampaignStep, StepType } from "../../../types/campaign-plan"
import { copySteps, pasteSteps } from "../campaign-clipboard"
import {
  allPlaces,
  at,
  connect,
  duplicateStep,
  insertStep,
  openEnd,
  placeAfter,
  removeSteps,
  resizeSplit,
  setStep,
  spins,
  walk,
} from "../campaign-graph"
import { layoutFlow, TRIGGER } from "../campaign-layout"

const EMPTY: CampaignGraph = { version: 2, first: null, steps: {} }
const LEADING_ON: StepType[] = ["email", "wait", "filter", "split"]
const TYPES: StepType[] = [...LEADING_ON, "exit"]

type Op = { kind: string; type: StepType; where: number; other: number }
const ops = fc.array(
  fc.record<Op>({
    kind: fc.constantFrom(
      "insert",
      "insert",
      "insert",
      "connect",
      "remove",
      "duplicate",
      "paste",
      "set"
    ),
    type: fc.constantFrom(...TYPES),
    where: fc.nat(1_000),
    other: fc.nat(1_000),
  }),
  { maxLength: 25 }
)

function apply(graph: CampaignGraph, { kind, type, where, other }: Op): CampaignGraph {
  const places = allPlaces(graph)
  const place = places[where % places.length]
  const ids = walk(graph)
  const id = ids[other % ids.length]
  if (kind === "insert" || !id) return insertStep(graph, place, type).graph
  if (kind === "connect") return connect(graph, place, where % 3 ? id : null)
  if (kind === "remove")
    return removeSteps(
      graph,
      ids.filter((_, i) => (i + where) % 4 === 0)
    )
  if (kind === "duplicate") return duplicateStep(graph, id).graph
  if (kind === "paste") {
    const chosen = ids.filter((_, i) => (i * other) % 3 === 0)
    return pasteSteps(graph, place, copySteps(graph, chosen)).graph
  }
  const step = graph.steps[id]
  return setStep(graph, id, step.type === "split" ? resizeSplit(step, 2 + (where % 4)) : step)
}

const grown = (list: Op[]) => list.reduce(apply, EMPTY)
const email = (sent: string | null): CampaignStep => ({
  type: "email",
  template_id: "t",
  next: { sent, not_sent: null },
})
const wait = (next: string | null): CampaignStep => ({
  type: "wait",
  for: { amount: 1, unit: "days" },
  next: { next },
})

describe("whatever is done to a graph", () => {
  it("every step can be come to, and every way leads to a step or ends", () => {
    fc.assert(
      fc.property(ops, (list) => {
        let graph = EMPTY
        for (const op of list) {
          graph = apply(graph, op)
          expect(new Set(walk(graph))).toEqual(new Set(Object.keys(graph.steps)))
          for (const place of allPlaces(graph)) {
            const to = at(graph, place)
            expect(to === null || to in graph.steps).toBe(true)
          }
        }
      })
    )
  })

  it("nothing that was there before is changed in place, so that undo brings it back", () => {
    fc.assert(
      fc.property(ops, fc.nat(20), (list, n) => {
        const graph = grown(list.slice(0, n))
        const before = JSON.stringify(graph)
        for (const op of list) apply(graph, op)
        expect(JSON.stringify(graph)).toBe(before)
      })
    )
  })

  it("taking out what was just put in brings back what was there", () => {
    fc.assert(
      fc.property(ops, fc.nat(100), fc.constantFrom(...LEADING_ON), (list, n, type) => {
        const graph = grown(list)
        const places = allPlaces(graph)
        const put = insertStep(graph, places[n % places.length], type)
        expect(put.graph.steps[put.id].type).toBe(type)
        expect(removeSteps(put.graph, [put.id])).toEqual(graph)
      })
    )
  })

  it("what is copied whole and pasted into nothing is the same again, by other ids", () => {
    fc.assert(
      fc.property(ops, (list) => {
        const graph = grown(list)
        const pasted = pasteSteps(EMPTY, null, copySteps(graph, walk(graph))).graph
        const shape = (one: CampaignGraph) => {
          const order = walk(one)
          return order.map((id) => ({
            ...one.steps[id],
            next: Object.values(one.steps[id].next).map((to) => (to ? order.indexOf(to) : null)),
          }))
        }
        expect(shape(pasted)).toEqual(shape(graph))
        for (const id of walk(pasted)) expect(graph.steps[id]).toBeUndefined()
      })
    )
  })

  it("it is drawn without anything lying on something else, everything below what leads to it", () => {
    fc.assert(
      fc.property(ops, (list) => {
        const graph = grown(list)
        const { nodes, edges } = layoutFlow(graph, (id) => (id === TRIGGER ? 60 : 90))
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
        expect(edges).toHaveLength(allPlaces(graph).length)
        const byId = new Map(nodes.map((node) => [node.id, node]))
        for (const { source, target, back } of edges) {
          const [from, to] = [byId.get(source)!, byId.get(target)!]
          expect(to.y > from.y).toBe(!back)
        }
        for (const [i, a] of nodes.entries()) {
          for (const b of nodes.slice(i + 1)) {
            const apart =
              a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y
            expect(apart).toBe(true)
          }
        }
      })
    )
  })
})

describe("ways", () => {
  it("meet at one step, which is drawn in the middle below where they parted", () => {
    let { graph, id } = insertStep(EMPTY, null, "split")
    const split = id
    ;({ graph, id } = insertStep(graph, { from: split, way: "a" }, "wait"))
    const left = id
    ;({ graph, id } = insertStep(graph, { from: left, way: "next" }, "email"))
    graph = connect(graph, { from: split, way: "b" }, id)
    expect([graph.steps[left].next, graph.steps[split].next]).toEqual([
      { next: id },
      { a: left, b: id },
    ])
    const { nodes, edges } = layoutFlow(graph)
    const middle = (of: string) => {
      const node = nodes.find((one) => one.id === of)!
      return node.x + node.width / 2
    }
    expect(middle(left)).toBeLessThan(middle(split))
    expect(edges.find((edge) => edge.id === `${split} b`)!.lane).toBeGreaterThan(middle(split))
    expect(middle(id)).toBeGreaterThan(middle(left))
    expect(middle(id)).toBeLessThan(edges.find((edge) => edge.id === `${split} b`)!.lane)
  })

  it("that end are added to before their end", () => {
    let { graph, id } = insertStep(EMPTY, null, "split")
    const split = id
    ;({ graph, id } = insertStep(graph, { from: split, way: "b" }, "exit"))
    const exit = id
    expect(placeAfter(graph, exit)).toEqual({ from: split, way: "b" })
    ;({ graph, id } = insertStep(graph, placeAfter(graph, exit), "wait"))
    expect([graph.steps[split].next, graph.steps[id].next, graph.steps[exit].next]).toEqual([
      { a: null, b: id },
      { next: exit },
      {},
    ])
    expect([placeAfter(graph, id), placeAfter(graph, TRIGGER)]).toEqual([
      { from: id, way: "next" },
      null,
    ])
  })

  it("that lead away from steps take with them who can no longer be come to", () => {
    const graph: CampaignGraph = {
      version: 2,
      first: "a",
      steps: { a: email("b"), b: wait("c"), c: email(null) },
    }
    expect(walk(connect(graph, { from: "a", way: "sent" }, null))).toEqual(["a"])
    expect(walk(connect(graph, null, "b"))).toEqual(["b", "c"])
  })

  it("may lead back only over a wait", () => {
    const round = (step: CampaignStep): CampaignGraph => ({
      version: 2,
      first: "a",
      steps: { a: email("b"), b: step },
    })
    expect(spins(round(wait("a")))).toBe(false)
    expect(spins(round(email("a")))).toBe(true)
    expect(spins(round(email("b")))).toBe(true)
    expect(spins(round(email(null)))).toBe(false)
  })

  it("that follow copied steps begin where those end", () => {
    const graph: CampaignGraph = { version: 2, first: "a", steps: { a: wait("b"), b: email(null) } }
    const pasted = pasteSteps(graph, { from: "a", way: "next" }, copySteps(graph, ["b", "a"]))
    expect(walk(pasted.graph).map((id) => pasted.graph.steps[id].type)).toEqual([
      "wait",
      "wait",
      "email",
      "email",
    ])
    expect(pasted.ids).toHaveLength(2)
    expect(openEnd(pasted.graph)).toEqual({ from: "b", way: "sent" })
  })
})

it("a campaign of 300 steps is laid out with its ways in order", () => {
  const steps: Record<string, CampaignStep> = {}
  const name = (n: number) => (n < 300 ? `s${n}` : null)
  for (let n = 0; n < 300; n++)
    steps[`s${n}`] = {
      type: "split",
      shares: [50, 50],
      next: { a: name(2 * n + 1), b: name(2 * n + 2) },
    }
  const { nodes, edges } = layoutFlow({ version: 2, first: "s0", steps })
  const x = new Map(nodes.map((node) => [node.id, node.x]))
  const ways = new Map(edges.map((edge) => [edge.id, edge.target]))
  for (let n = 0; n < 300; n++)
    expect(x.get(ways.get(`s${n} a`)!)!).toBeLessThan(x.get(ways.get(`s${n} b`)!)!)
})
