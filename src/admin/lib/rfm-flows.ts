import { RFM_GROUPS, type RfmGroup } from "../../types/profile"
import type { RfmMove } from "../../types/rfm"

/** A group's place on one side of the picture, in its units. */
export type PlacedGroup = { group: RfmGroup; people: number; y: number; height: number }

/** A band from a group on the left to one on the right. */
type PlacedFlow = {
  move: RfmMove
  fromY: number
  fromHeight: number
  toY: number
  toHeight: number
}

const ROOM = 320
const GAP = 6
/** High enough for a line of text, so that the names of small groups do not lie on each other. */
const LEAST = 16

/** Where groups and the bands between them lie: groups in their usual order, bands so that they cross little. */
export function placeFlows(moves: RfmMove[]) {
  const groups = { from: stack(moves, "from"), to: stack(moves, "to") }
  const used = new Map<string, number>()
  const take = (side: "from" | "to", move: RfmMove) => {
    const place = groups[side].find(({ group }) => group === move[side])!
    const key = `${side} ${move[side]}`
    const at = used.get(key) ?? 0
    const height = (move.people / place.people) * place.height
    used.set(key, at + height)
    return { y: place.y + at, height }
  }
  const flows = [...moves].sort(inOrder).map((move): PlacedFlow => {
    const [from, to] = [take("from", move), take("to", move)]
    return { move, fromY: from.y, fromHeight: from.height, toY: to.y, toHeight: to.height }
  })
  return { groups, flows }
}

/** The height of the whole picture. */
export function sizeOf(groups: Record<"from" | "to", PlacedGroup[]>): number {
  const ends = [groups.from, groups.to].map((side) => side.at(-1)!).map((g) => g.y + g.height)
  return Math.max(...ends)
}

function stack(moves: RfmMove[], side: "from" | "to"): PlacedGroup[] {
  const total = moves.reduce((sum, move) => sum + move.people, 0)
  let y = 0
  return RFM_GROUPS.flatMap((group) => {
    const own = moves.filter((move) => move[side] === group)
    if (!own.length) return []
    const people = own.reduce((sum, move) => sum + move.people, 0)
    const placed = { group, people, y, height: LEAST + (people / total) * ROOM }
    y += placed.height + GAP
    return [placed]
  })
}

const inOrder = (a: RfmMove, b: RfmMove) =>
  RFM_GROUPS.indexOf(a.from) - RFM_GROUPS.indexOf(b.from) ||
  RFM_GROUPS.indexOf(a.to) - RFM_GROUPS.indexOf(b.to)
