import { useReactFlow } from "@xyflow/react"
import type { KeyboardEvent } from "react"
import type { FlowLayout } from "../../../lib/campaign-layout"
import { TRIGGER } from "../../../lib/campaign-layout"
import { type Direction, neighbour } from "../../../lib/flow-neighbour"
import { useFlow } from "../flow-context"
import { WHOLE } from "./use-reveal"

const ARROWS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
}

type CanvasKeys = {
  layout: FlowLayout
  active: string
  selected: ReadonlySet<string>
  setActive: (id: string) => void
  setSelected: (ids: ReadonlySet<string>) => void
  setAdding: (id: string) => void
  onRemove: () => void
  onHelp: () => void
}

/** Everything that can be done on the canvas, by the keyboard. */
export function useCanvasKeys(canvas: CanvasKeys) {
  const { editable, actions, onOpen, plan } = useFlow()
  const view = useReactFlow()
  const { active, selected, layout } = canvas

  const goTo = (direction: Direction, extend: boolean) => {
    const nodes = layout.nodes.filter(({ place }) => place === undefined)
    const next = neighbour(nodes, active, direction)
    if (!next) return
    canvas.setActive(next)
    const steps = [active, next].filter((id) => id !== TRIGGER)
    canvas.setSelected(extend ? new Set([...selected, ...steps]) : new Set())
  }
  const toggle = () => {
    if (active === TRIGGER) return
    const others = [...selected].filter((id) => id !== active)
    canvas.setSelected(new Set(selected.has(active) ? others : [...others, active]))
  }

  const plain: Record<string, () => void> = {
    Enter: () => onOpen(active, true),
    " ": toggle,
    Escape: () => canvas.setSelected(new Set()),
    "?": canvas.onHelp,
    f: () => void view.fitView(WHOLE),
    "+": () => void view.zoomIn(),
    "-": () => void view.zoomOut(),
    "0": () => void view.zoomTo(1),
    ...(editable && {
      a: () => canvas.setAdding(active),
      Delete: canvas.onRemove,
      Backspace: canvas.onRemove,
    }),
  }
  const withControl: Record<string, () => void> = {
    a: () => canvas.setSelected(new Set(Object.keys(plan.graph.steps))),
    ...(editable && active !== TRIGGER && { d: () => actions.duplicate(active) }),
  }

  return (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).closest("[data-node]") || event.altKey) return
    const arrow = ARROWS[event.key]
    const keys = event.metaKey || event.ctrlKey ? withControl : plain
    const act = arrow
      ? () => goTo(arrow, event.shiftKey)
      : (keys[event.key] ?? keys[event.key.toLowerCase()])
    if (!act) return
    event.preventDefault()
    act()
  }
}
