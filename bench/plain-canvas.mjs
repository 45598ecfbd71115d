/** What canvas.mjs measures against: as many nodes as `window.STEPS` says, in rows, that show nothing but a word. */
import "@xyflow/react/dist/style.css"
import { ReactFlow } from "@xyflow/react"
import { createElement } from "react"
import { createRoot } from "react-dom/client"

const nodes = Array.from({ length: window.STEPS }, (_, i) => ({
  id: String(i),
  position: { x: (i % 3) * 284, y: Math.floor(i / 3) * 188 },
  data: { label: `Wait ${i}` },
  width: 248,
  height: 92,
}))
const edges = nodes
  .slice(1)
  .map((_, i) => ({ id: `e${i}`, source: String(i), target: String(i + 1) }))
const box = document.body.appendChild(document.createElement("div"))
box.style = "position: fixed; inset: 0"
createRoot(box).render(
  createElement(ReactFlow, {
    ...{ nodes, edges, minZoom: 0.08, maxZoom: 1.5 },
    nodesDraggable: false,
    onlyRenderVisibleElements: true,
  })
)
