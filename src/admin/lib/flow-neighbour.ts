import type { FlowNode } from "./campaign-layout"

export type Direction = "up" | "down" | "left" | "right"

const TURN: Record<Direction, (dx: number, dy: number) => [ahead: number, aside: number]> = {
  up: (dx, dy) => [-dy, dx],
  down: (dx, dy) => [dy, dx],
  left: (dx, dy) => [-dx, dy],
  right: (dx, dy) => [dx, dy],
}

/** The id of what lies next in a direction, as the eye sees it: ahead counts once, aside twice. */
export function neighbour(
  nodes: FlowNode[],
  from: string,
  direction: Direction
): string | undefined {
  const start = nodes.find(({ id }) => id === from)
  if (!start) return undefined
  const middle = (node: FlowNode) => [node.x + node.width / 2, node.y + node.height / 2]
  const [x, y] = middle(start)
  const scored = nodes.flatMap((node) => {
    const [ahead, aside] = TURN[direction](middle(node)[0] - x, middle(node)[1] - y)
    return ahead > 1 ? [{ id: node.id, score: ahead + 2 * Math.abs(aside) }] : []
  })
  return scored.sort((a, b) => a.score - b.score)[0]?.id
}
