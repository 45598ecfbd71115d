import {
  type CampaignGraph,
  type CampaignStep,
  messageWays,
  type MessageStep,
  type StepType,
} from "../../types/campaign-plan"
import { isSendingChannel } from "../../types/common"
import { isWait, newStep } from "./new-step"

/** A place where a step can stand: the beginning, or a way out of another. */
export type Place = { from: string; way: string } | null

/** A graph after a change, and the step that it is about. */
export type Changed = { graph: CampaignGraph; id: string }

/** The ways out of a step, in the order they are shown: as a new step has them, whatever order they are stored in. */
export function waysOf(step: CampaignStep): string[] {
  const order = isSendingChannel(step.type)
    ? messageWays(step as MessageStep)
    : Object.keys(newStep(step.type).next)
  const place = (way: string) => (order.includes(way) ? order.indexOf(way) : order.length)
  return Object.keys(step.next).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/** Which step stands at a place. */
export function at(graph: CampaignGraph, place: Place): string | null {
  if (!place) return graph.first
  const next: Record<string, string | null> = graph.steps[place.from].next
  return next[place.way] ?? null
}

/** Every place of a graph: the beginning, and the ways out of each step in the order of a walk. */
export function allPlaces(graph: CampaignGraph): Place[] {
  return [
    null,
    ...walk(graph).flatMap((from) => waysOf(graph.steps[from]).map((way) => ({ from, way }))),
  ]
}

/** Where a step is put in after a step, or after what lets people in: by its first way out; before one that has none. */
export function placeAfter(graph: CampaignGraph, id: string): Place {
  const step = graph.steps[id]
  if (!step) return null
  const [way] = waysOf(step)
  if (way !== undefined) return { from: id, way }
  return allPlaces(graph).find((place) => at(graph, place) === id) ?? null
}

/** A place as text. */
export function placeKey(place: Place): string {
  return place ? `${place.from} ${place.way}` : "first"
}

/**
 * The graph with a new step put in at a place; what stood there follows by its first way out. After one that has none,
 * nothing follows.
 */
export function insertStep(graph: CampaignGraph, place: Place, type: StepType): Changed {
  return insert(graph, place, newStep(type))
}

/** The graph with a copy of a step right behind it. */
export function duplicateStep(graph: CampaignGraph, id: string): Changed {
  const step = graph.steps[id]
  const [first] = waysOf(step)
  if (first === undefined) return { graph, id }
  const next = Object.fromEntries(waysOf(step).map((way) => [way, null]))
  return insert(graph, { from: id, way: first }, {
    ...structuredClone(step),
    next,
  } as CampaignStep)
}

function insert(graph: CampaignGraph, place: Place, step: CampaignStep): Changed {
  const id = newId()
  const [first] = waysOf(step)
  const put = first === undefined ? step : withWay(step, first, at(graph, place))
  const led = lead({ ...graph, steps: { ...graph.steps, [id]: put } }, place, id)
  return { graph: first === undefined ? prune(led) : led, id }
}

/** The graph with one step set up differently. What only a way led to that is gone now goes with it. */
export function setStep(graph: CampaignGraph, id: string, step: CampaignStep): CampaignGraph {
  return prune({ ...graph, steps: { ...graph.steps, [id]: step } })
}

/**
 * The graph with a place leading to a step that is there already, or to the end. What nobody can come to any more goes.
 * Such a way may meet others, or lead back.
 */
export function connect(graph: CampaignGraph, place: Place, to: string | null): CampaignGraph {
  return prune(lead(graph, place, to))
}

/** The graph without some steps: what followed each by its first way takes its place, their other branches go. */
export function removeSteps(graph: CampaignGraph, ids: string[]): CampaignGraph {
  return ids.reduce((left, id) => (left.steps[id] ? removeStep(left, id) : left), graph)
}

function removeStep(graph: CampaignGraph, id: string): CampaignGraph {
  const [first] = waysOf(graph.steps[id])
  const follows = first === undefined ? null : at(graph, { from: id, way: first })
  const past = (to: string | null) => (to === id ? (follows === id ? null : follows) : to)
  const { [id]: _, ...others } = graph.steps
  const steps = Object.fromEntries(
    Object.entries(others).map(([other, step]) => [other, mapWays(step, past)])
  )
  return prune({ ...graph, first: past(graph.first), steps })
}

/** A step with where its ways lead changed. */
export function mapWays(
  step: CampaignStep,
  change: (to: string | null) => string | null
): CampaignStep {
  const next = Object.fromEntries(Object.entries(step.next).map(([way, to]) => [way, change(to)]))
  return { ...step, next } as CampaignStep
}

/** A split with another number of arms, evenly shared. */
export function resizeSplit(
  step: Extract<CampaignStep, { type: "split" }>,
  arms: number
): Extract<CampaignStep, { type: "split" }> {
  const even = Math.floor(100 / arms)
  const shares = Array.from({ length: arms }, (_, i) => (i ? even : 100 - even * (arms - 1)))
  const next = Object.fromEntries(
    shares.map((_, i) => {
      const way = String.fromCharCode(97 + i)
      return [way, step.next[way] ?? null]
    })
  )
  return { ...step, shares, next }
}

/** Where each step is drawn in a list: at the first way that a walk from the beginning finds. */
export function placesOf(graph: CampaignGraph): Map<string, string> {
  const places = new Map<string, string>()
  const waiting: Place[] = [null]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const id = at(graph, place)
    if (!id || !graph.steps[id] || places.has(id)) continue
    places.set(id, placeKey(place))
    waiting.push(
      ...waysOf(graph.steps[id])
        .map((way) => ({ from: id, way }))
        .reverse()
    )
  }
  return places
}

/** The steps that people can come to, in the order of a walk from the beginning. */
export function walk(graph: CampaignGraph): string[] {
  return [...placesOf(graph).keys()]
}

/** Whether somebody could go round for ever at once: a circle that no wait interrupts. */
export function spins(graph: CampaignGraph): boolean {
  const state = new Map<string, "open" | "done">()
  const circle = (id: string): boolean => {
    if (state.has(id)) return state.get(id) === "open"
    state.set(id, "open")
    const step = graph.steps[id]
    const ways = step && !isWait(step) ? Object.values(step.next) : []
    const found = ways.some((to) => to !== null && circle(to))
    state.set(id, "done")
    return found
  }
  return Object.keys(graph.steps).some(circle)
}

/** The first way out of the last step that people come to by first ways only; else any that leads nowhere yet. */
export function openEnd(graph: CampaignGraph): Place | undefined {
  const seen = new Set<string>()
  let place: Place = null
  for (let id = at(graph, place); id && graph.steps[id]; id = at(graph, place)) {
    const [first] = waysOf(graph.steps[id])
    if (seen.has(id) || first === undefined)
      return allPlaces(graph).find((one) => at(graph, one) === null)
    seen.add(id)
    place = { from: id, way: first }
  }
  return place
}

/** Leaves out what nobody can come to any more. */
export function prune(graph: CampaignGraph): CampaignGraph {
  const reached = placesOf(graph)
  const steps = Object.fromEntries(Object.entries(graph.steps).filter(([id]) => reached.has(id)))
  return { ...graph, steps }
}

/**
 * An id that no step of any version has had: people stand at steps by their ids, and numbers of a step are kept by it.
 */
export function newId(): string {
  return `s${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`
}

function lead(graph: CampaignGraph, place: Place, to: string | null): CampaignGraph {
  if (!place) return { ...graph, first: to }
  const step = withWay(graph.steps[place.from], place.way, to)
  return { ...graph, steps: { ...graph.steps, [place.from]: step } }
}

function withWay(step: CampaignStep, way: string, to: string | null): CampaignStep {
  return { ...step, next: { ...step.next, [way]: to } } as CampaignStep
}
