import type { CampaignGraph, CampaignStep } from "../../types/campaign-plan"
import { at, connect, mapWays, newId, openEnd, type Place, prune, walk } from "./campaign-graph"

const KIND = "engage_campaign_steps"
const KEY = "engage.campaign-steps"
/** Steps that were copied as they were written before are not known any more. */
const VERSION = 2

/**
 * Chosen steps as a graph of their own, in the order people meet them. Ways that led to others lead to the end; parts that
 * do not hang together follow each other.
 */
export function copySteps(graph: CampaignGraph, ids: Iterable<string>): CampaignGraph {
  const chosen = new Set(ids)
  const inside = (to: string | null) => (to !== null && chosen.has(to) ? to : null)
  const order = walk(graph).filter((id) => chosen.has(id))
  const steps = Object.fromEntries(order.map((id) => [id, mapWays(graph.steps[id], inside)]))
  let copy: CampaignGraph = { version: VERSION, first: null, steps }
  for (const id of order) {
    if (walk(copy).includes(id)) continue
    const end = openEnd(copy)
    if (end === undefined) break
    copy = withWay(copy, end, id)
  }
  return prune(copy)
}

function withWay(graph: CampaignGraph, place: Place, to: string): CampaignGraph {
  if (!place) return { ...graph, first: to }
  const step = graph.steps[place.from]
  const next = { ...step.next, [place.way]: to }
  return { ...graph, steps: { ...graph.steps, [place.from]: { ...step, next } as typeof step } }
}

/** The graph with copied steps put in at a place; what stood there follows where theirs end. */
export function pasteSteps(
  graph: CampaignGraph,
  place: Place,
  copied: CampaignGraph
): { graph: CampaignGraph; ids: string[] } {
  const names = new Map(Object.keys(copied.steps).map((id) => [id, newId()]))
  const renamed = (to: string | null) => (to === null ? null : (names.get(to) ?? null))
  const part: CampaignGraph = {
    version: VERSION,
    first: renamed(copied.first),
    steps: Object.fromEntries(
      Object.entries(copied.steps).map(([id, step]) => [names.get(id)!, renamedStep(step, renamed)])
    ),
  }
  if (part.first === null) return { graph, ids: [] }
  const follows = at(graph, place)
  const end = openEnd(part)
  const both = { ...graph, steps: { ...graph.steps, ...part.steps } }
  const joined = end && follows ? withWay(both, end, follows) : both
  return { graph: connect(joined, place, part.first), ids: Object.keys(part.steps) }
}

/** A step whose ways, and the question it asks again, lead to the copies. */
function renamedStep(step: CampaignStep, renamed: (to: string | null) => string | null) {
  const copy = mapWays(structuredClone(step), renamed)
  return copy.type === "refresh" ? { ...copy, step: renamed(copy.step) ?? copy.step } : copy
}

/** Copied steps as text, for the clipboard of the computer and for other campaigns of this browser. */
export function keepCopied(copied: CampaignGraph): string {
  const text = JSON.stringify({ kind: KIND, graph: copied })
  localStorage.setItem(KEY, text)
  return text
}

/** The steps in a text that was copied, or else those copied last; `undefined` when there are none. */
export function readCopied(text = ""): CampaignGraph | undefined {
  return parse(text) ?? parse(localStorage.getItem(KEY) ?? "")
}

function parse(text: string): CampaignGraph | undefined {
  try {
    const { kind, graph } = JSON.parse(text)
    return kind === KIND && graph.version === VERSION ? graph : undefined
  } catch {
    return undefined
  }
}
