import { useReactFlow } from "@xyflow/react"
import { type RefObject, useEffect, useRef } from "react"
import { type FlowLayout, NODE_WIDTH } from "../../../lib/campaign-layout"

/** Below this nothing can be read: a flow that would be smaller begins at its top instead. */
const READABLE = 0.55
const MARGIN = 40

/** Shows the flow as large as can be read when it opens, and later whatever the keyboard comes to. */
export function useReveal(
  active: string,
  layout: FlowLayout,
  box: RefObject<HTMLDivElement>
): void {
  const { setViewport, getViewport, setCenter } = useReactFlow()
  const began = useRef(false)

  useEffect(() => {
    const { width, height } = box.current!.getBoundingClientRect()
    if (!began.current) {
      began.current = true
      const fit = Math.min(
        width / (layout.width + 2 * MARGIN),
        height / (layout.height + 2 * MARGIN)
      )
      const zoom = Math.min(1, Math.max(READABLE, fit))
      const { x, width: wide } = layout.nodes[0]
      void setViewport({ x: width / 2 - (x + wide / 2) * zoom, y: MARGIN * zoom, zoom })
      return
    }
    const node = layout.nodes.find(({ id }) => id === active)
    if (!node) return
    const { x, y, zoom } = getViewport()
    const left = node.x * zoom + x
    const top = node.y * zoom + y
    const inside =
      left >= 0 &&
      top >= 0 &&
      left + node.width * zoom <= width &&
      top + node.height * zoom <= height
    if (!inside)
      void setCenter(node.x + NODE_WIDTH / 2, node.y + node.height / 2, { zoom, duration: 0 })
    // Only when the keyboard comes to another node: what lies elsewhere may be looked at meanwhile.
  }, [active])
}
