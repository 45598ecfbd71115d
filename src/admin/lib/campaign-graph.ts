import type { CampaignGraph, CampaignStep, StepType } from "../../types/campaign"
import { newStep } from "./new-step"

/** A place where a step can stand: the beginning, or a way out of another. */
export type Place = { from: string; way: string } | null

/** The ways out of a step, in the order they are shown. */
export function waysOf(step: CampaignStep): string[] {
  return Object.keys(step.next)
}

/** Which step stands at a place. */
export function at(graph: CampaignGraph, place: Place): string | null {
  if (!place) return graph.first
  const next: Record<string, string | null> = graph.steps[place.from].next
  return next[place.way] ?? null
}

/** The graph with a step put in at a place; what stood there follows by its first way out. */
export function insertStep(
  graph: CampaignGraph,
  place: Place,
  type: StepType
): { graph: CampaignGraph; id: string } {
  const id = newId()
  const step = newStep(type)
  const [first] = waysOf(step)
  const put = { ...step, next: { ...step.next, [first]: at(graph, place) } } as CampaignStep
  const withStep = { ...graph, steps: { ...graph.steps, [id]: put } }
  return { graph: lead(withStep, place, id), id }
}

/** The graph with a place leading to a step that is there already, or to the end. */
function lead(graph: CampaignGraph, place: Place, to: string | null): CampaignGraph {
  if (!place) return { ...graph, first: to }
  return changeStep(
    graph,
    place.from,
    (step) => ({ ...step, next: { ...step.next, [place.way]: to } }) as CampaignStep
  )
}

/** The graph with one step changed. */
export function changeStep(
  graph: CampaignGraph,
  id: string,
  change: (step: CampaignStep) => CampaignStep
): CampaignGraph {
  return { ...graph, steps: { ...graph.steps, [id]: change(graph.steps[id]) } }
}

/** The graph without a step: what followed by its first way takes its place, its other branches go. */
export function removeStep(graph: CampaignGraph, id: string): CampaignGraph {
  const step = graph.steps[id]
  const follows = Object.values(step.next)[0] ?? null
  const past = (to: string | null) => (to === id ? (follows === id ? null : follows) : to)
  const steps = Object.fromEntries(
    Object.entries(graph.steps)
      .filter(([other]) => other !== id)
      .map(([other, one]) => [
        other,
        {
          ...one,
          next: Object.fromEntries(Object.entries(one.next).map(([way, to]) => [way, past(to)])),
        } as CampaignStep,
      ])
  )
  return prune({ ...graph, first: past(graph.first), steps })
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

/** Where each step is drawn: at the first way that a walk from the beginning finds. Who is not there is never reached. */
export function placesOf(graph: CampaignGraph): Map<string, string> {
  const places = new Map<string, string>()
  const visit = (place: Place) => {
    const id = at(graph, place)
    if (!id || !graph.steps[id] || places.has(id)) return
    places.set(id, placeKey(place))
    for (const way of waysOf(graph.steps[id])) visit({ from: id, way })
  }
  visit(null)
  return places
}

/** A place as text. */
export function placeKey(place: Place): string {
  return place ? `${place.from} ${place.way}` : "first"
}

/** Leaves out what nobody can come to any more. */
function prune(graph: CampaignGraph): CampaignGraph {
  const reached = placesOf(graph)
  const steps = Object.fromEntries(Object.entries(graph.steps).filter(([id]) => reached.has(id)))
  return { ...graph, steps }
}

/**
 * An id that no step of any version has had: people stand at steps by their ids, and numbers of a step are kept by it.
 */
function newId(): string {
  return `s${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`
}
