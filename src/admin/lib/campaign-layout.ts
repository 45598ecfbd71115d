import type { CampaignGraph } from "../../types/campaign-plan"
import { allPlaces, at, type Place, placeKey, walk } from "./campaign-graph"

/** The id of what stands above all steps. */
export const TRIGGER = "trigger"

/** Room that things take, in pixels. */
export const NODE_WIDTH = 248
export const END_WIDTH = 120
export const END_HEIGHT = 32
const COLUMN_GAP = 36
const ROW_GAP = 96
const LANE_WIDTH = 132
const BACK_GAP = 28

/**
 * One way from one thing to another. `lane` is the x along which it runs down, or up when it leads back; `plus` is where
 * a step can be put in.
 */
export type FlowEdge = {
  id: string
  place: Place
  source: string
  target: string
  lane: number
  back: boolean
  plus: { x: number; y: number }
}

/** From the lower edge of a thing down to where its way turns, is named, and takes a step in, in pixels. */
export const WAY = { turn: 18, label: 33, plus: 58, labelBack: -48, plusBack: -20 }

/** Something that is drawn: a step, what lets people in, or the end of a way. `x` and `y` are its upper left corner. */
export type FlowNode = {
  id: string
  /** Of an end: the way that ends. */
  place?: Place
  x: number
  y: number
  width: number
  height: number
}

export type FlowLayout = { nodes: FlowNode[]; edges: FlowEdge[]; width: number; height: number }

type Node = {
  id: string
  place?: Place
  width: number
  height: number
  row: number
  depth: number
  ways: Way[]
  from: Way[]
  /** What every way to it goes through. */
  above?: Node
  below: Node[]
  /** Width of it with everything below, and where its middle is. */
  block: number
  x: number
}
type Way = { place: Place; source: Node; target: Node; back: boolean; lane: number }

/**
 * Where everything of a campaign is drawn, from top to bottom, ways side by side in their
 * order, and where they meet again in the middle below all that lies between.
 * @param heightOf - of a step or `TRIGGER`, in pixels
 */
export function layoutFlow(
  graph: CampaignGraph,
  heightOf: (id: string) => number = () => 96
): FlowLayout {
  const order = nodesOf(graph, heightOf)
  for (const node of order) findAbove(node)
  settle(order[0], 0)
  for (const node of [...order].reverse()) measure(node)
  placeAll(order)
  return drawn(order)
}

/** Every thing with its ways, each after all that lead to it other than backwards. */
function nodesOf(graph: CampaignGraph, heightOf: (id: string) => number): Node[] {
  const make = (id: string, width: number, height: number, end?: Place): Node => {
    const drawn = { id, width, height, place: end }
    return { ...drawn, row: 0, depth: 0, ways: [], from: [], below: [], block: 0, x: 0 }
  }
  const nodes = new Map(
    [TRIGGER, ...walk(graph)].map((id) => [id, make(id, NODE_WIDTH, heightOf(id))])
  )
  for (const place of allPlaces(graph)) {
    const source = nodes.get(place ? place.from : TRIGGER)!
    const to = at(graph, place)
    const end = () => make(`end ${placeKey(place)}`, END_WIDTH, END_HEIGHT, place)
    const target = (to !== null && nodes.get(to)) || end()
    const way = { place, source, target, back: false, lane: 0 }
    source.ways.push(way)
    target.from.push(way)
  }
  return sorted(nodes.get(TRIGGER)!)
}

/** In topological order; a way leads back when it comes to a thing that is still being walked through. */
function sorted(start: Node): Node[] {
  const done = new Set<Node>()
  const open = new Set<Node>([start])
  const stack = [{ node: start, next: start.ways.length }]
  while (stack.length) {
    const top = stack[stack.length - 1]
    const way = top.node.ways[--top.next]
    if (!way) {
      done.add(stack.pop()!.node)
      continue
    }
    way.back = open.has(way.target) && !done.has(way.target)
    if (open.has(way.target)) continue
    open.add(way.target)
    stack.push({ node: way.target, next: way.target.ways.length })
  }
  return [...done].reverse()
}

/** Finds the last thing that everybody who comes to a thing has been at. */
function findAbove(node: Node): void {
  for (const { source, back } of node.from)
    if (!back) node.above = node.above ? common(node.above, source) : source
  if (!node.above) return
  node.depth = node.above.depth + 1
  node.above.below.push(node)
}

function common(one: Node, other: Node): Node {
  let [a, b] = [one, other]
  while (a !== b) {
    if (a.depth >= b.depth) a = a.above!
    else b = b.above!
  }
  return a
}

/** Gives a thing and all below it their rows; where ways meet comes below all that they part. @returns the last row */
function settle(node: Node, row: number): number {
  node.row = row
  let last = row
  for (const below of node.below.filter((one) => !meets(one)))
    last = Math.max(last, settle(below, row + 1))
  for (const below of node.below.filter(meets)) last = settle(below, last + 1)
  return last
}

/** Whether ways come together at a thing. */
function meets({ from }: Node): boolean {
  return from.filter(({ back }) => !back).length > 1
}

/** The columns below a thing, one for each way out. A way that meets others has one that is empty. */
function columnsOf({ ways }: Node): { way: Way; width: number }[] {
  return ways
    .filter(({ back }) => !back)
    .map((way) => ({ way, width: meets(way.target) ? LANE_WIDTH : way.target.block }))
}

const widthOf = (columns: { width: number }[]) =>
  columns.reduce((sum, { width }) => sum + width + COLUMN_GAP, -COLUMN_GAP)

/** Width that a thing needs with everything below it. */
function measure(node: Node): void {
  const together = node.below.filter(meets).map(({ block }) => block)
  node.block = Math.max(node.width, widthOf(columnsOf(node)), ...together)
}

/** Gives everything its middle, from above. */
function placeAll(order: Node[]): void {
  for (const node of order) {
    placeWays(node)
    for (const below of node.below.filter(meets)) below.x = node.x
  }
}

function placeWays(node: Node): void {
  const columns = columnsOf(node)
  let left = node.x - widthOf(columns) / 2
  for (const { way, width } of columns) {
    way.lane = left + width / 2
    if (!meets(way.target)) way.target.x = way.lane
    left += width + COLUMN_GAP
  }
}

function drawn(order: Node[]): FlowLayout {
  const tops = topsOf(order)
  const left = Math.min(...order.map(({ x, width }) => x - width / 2))
  const right = Math.max(...order.map(({ x, width }) => x + width / 2))
  let backs = 0
  const laneOf = ({ target, back, lane }: Way) =>
    back ? left - BACK_GAP * ++backs : meets(target) ? lane : target.x
  return {
    nodes: order.map(({ id, place, x, row, width, height }) => ({
      ...{ id, place, width, height },
      x: x - width / 2,
      y: tops[row],
    })),
    edges: order.flatMap(({ ways }) =>
      ways.map((way): FlowEdge => {
        const { place, source, target, back } = way
        const lane = laneOf(way)
        const y = tops[source.row] + source.height + (back ? WAY.plusBack : WAY.plus)
        const plus = { x: lane, y }
        return {
          id: placeKey(place),
          place,
          source: source.id,
          target: target.id,
          lane,
          back,
          plus,
        }
      })
    ),
    width: right - left,
    height: Math.max(...order.map(({ row, height }) => tops[row] + height)),
  }
}

function topsOf(order: Node[]): number[] {
  const heights: number[] = []
  for (const { row, height } of order) heights[row] = Math.max(heights[row] ?? 0, height)
  let y = 0
  return heights.map((height) => {
    const top = y
    y += height + ROW_GAP
    return top
  })
}
