import { type FitViewOptions, useReactFlow } from "@xyflow/react"
import { type RefObject, useEffect, useRef } from "react"
import { type FlowLayout, NODE_WIDTH } from "../../../lib/campaign-layout"

/** Below this nothing can be read: a flow that would be smaller begins at its top instead. */
const READABLE = 0.6
const MARGIN = 32

/** The whole drawing, above the tools in its lower corner. */
export const WHOLE: FitViewOptions = {
  duration: 200,
  maxZoom: 1,
  padding: { top: "24px", x: "24px", bottom: "72px" },
}

/**
 * Shows whatever the keyboard comes to.
 * @returns to be called when the canvas is ready: shows the flow from its top, as large as can be read
 */
export function useReveal(
  active: string,
  layout: FlowLayout,
  box: RefObject<HTMLDivElement>
): () => void {
  const { setViewport, getViewport, setCenter } = useReactFlow()
  const before = useRef(active)

  useEffect(() => {
    if (before.current === active) return
    before.current = active
    const node = layout.nodes.find(({ id }) => id === active)
    if (!node) return
    const { width, height } = box.current!.getBoundingClientRect()
    const { x, y, zoom } = getViewport()
    const left = node.x * zoom + x
    const top = node.y * zoom + y
    const right = left + node.width * zoom
    const bottom = top + node.height * zoom
    if (left >= 0 && top >= 0 && right <= width && bottom <= height) return
    void setCenter(node.x + NODE_WIDTH / 2, node.y + node.height / 2, { zoom })
    // Only when the keyboard comes to another node: what lies elsewhere may be looked at meanwhile.
  }, [active])

  return () => {
    const { width, height } = box.current!.getBoundingClientRect()
    const fit = Math.min(width / (layout.width + 2 * MARGIN), height / (layout.height + 2 * MARGIN))
    const zoom = Math.min(1, Math.max(READABLE, fit))
    const { x, width: wide } = layout.nodes[0]
    void setViewport({ x: width / 2 - (x + wide / 2) * zoom, y: MARGIN * zoom, zoom })
  }
}
