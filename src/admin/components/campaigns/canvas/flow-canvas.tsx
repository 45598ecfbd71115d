import "@xyflow/react/dist/base.css"
import {
  Background,
  type Connection,
  MiniMap,
  type NodeChange,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react"
import {
  type ClipboardEvent,
  type CSSProperties,
  type DragEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react"
import { useTranslation } from "react-i18next"
import type { StepType } from "../../../../types/campaign-plan"
import { type Place, placeAfter } from "../../../lib/campaign-graph"
import { TRIGGER } from "../../../lib/campaign-layout"
import { useFlow } from "../flow-context"
import { CanvasProvider } from "./canvas-context"
import { CanvasTools } from "./canvas-tools"
import { KeysHelp } from "./keys-help"
import { type CanvasNode, EndNode, FIRST, StepNode, TriggerNode } from "./nodes"
import { DRAGGED_STEP, Palette } from "./palette"
import { useCanvasKeys } from "./use-canvas-keys"
import { useFlowLayout, useFlowNodes } from "./use-flow-nodes"
import { useReveal } from "./use-reveal"
import { WayEdge } from "./way-edge"
import { ZoomTools } from "./zoom-tools"

const NODE_TYPES = { trigger: TriggerNode, step: StepNode, end: EndNode }
const EDGE_TYPES = { way: WayEdge }
/** The mark of React Flow is light in the dark otherwise. */
const ATTRIBUTION = { "--xy-attribution-background-color": "transparent" } as CSSProperties
/** How near to a + something has to be let go to fall into its way, in pixels of the flow. */
const CATCH = 160
/** Steps from which on a map of the whole is shown. */
const MAP_FROM = 8

/** The campaign drawn from top to bottom: steps are dragged in, led to each other and set up. */
export function FlowCanvas() {
  return (
    <ReactFlowProvider>
      <Canvas />
    </ReactFlowProvider>
  )
}

function Canvas() {
  const { t } = useTranslation("engage")
  const { plan, editable, actions, open } = useFlow()
  const { screenToFlowPosition } = useReactFlow()
  const [active, setActive] = useState(TRIGGER)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [adding, setAdding] = useState<string>()
  const [drop, setDrop] = useState<string>()
  const [help, setHelp] = useState(false)
  const [keyboard, setKeyboard] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const layout = useFlowLayout()
  const { nodes, edges } = useFlowNodes(layout, selected)
  const here = layout.nodes.some(({ id }) => id === active) ? active : TRIGGER
  const chosen = useMemo(
    () => (selected.size ? [...selected] : [here]).filter((id) => plan.graph.steps[id]),
    [selected, here, plan.graph]
  )
  const onInit = useReveal(here, layout, box)
  // What opens beside the canvas, such as a step that was just put in, is where the keyboard goes on.
  useEffect(() => {
    if (open) setActive(open)
  }, [open])

  const after = (id: string) => placeAfter(plan.graph, id)
  const onRemove = () => {
    if (!chosen.length) return
    const before = layout.edges.find(({ target }) => target === chosen[0])?.source
    actions.remove(chosen)
    setSelected(new Set())
    setActive(before ?? TRIGGER)
  }
  const onKeyDown = useCanvasKeys({
    ...{ layout, active: here, selected, setActive, setSelected, setAdding, onRemove },
    onHelp: () => setHelp(true),
  })
  const onNodesChange = (changes: NodeChange<CanvasNode>[]) => {
    const select = changes.filter((change) => change.type === "select")
    if (!select.length) return
    const next = new Set(selected)
    for (const { id, selected: on } of select) on ? next.add(id) : next.delete(id)
    setSelected(next)
  }
  const onConnect = ({ source, sourceHandle, target }: Connection) =>
    actions.connect(placeOf(source, sourceHandle), plan.graph.steps[target] ? target : null)

  /** The way nearest to where something is dragged. */
  const nearest = (event: DragEvent) => {
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const far = ({ plus }: (typeof layout.edges)[number]) => Math.hypot(plus.x - x, plus.y - y)
    const [way] = [...layout.edges].sort((a, b) => far(a) - far(b))
    return way && far(way) < CATCH ? way : undefined
  }
  const onDragOver = (event: DragEvent) => {
    if (!editable || !event.dataTransfer.types.includes(DRAGGED_STEP)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = "copy"
    setDrop(nearest(event)?.id)
  }
  const onDrop = (event: DragEvent) => {
    const type = event.dataTransfer.getData(DRAGGED_STEP) as StepType
    const way = nearest(event)
    setDrop(undefined)
    if (!type || !way) return
    event.preventDefault()
    actions.insert(way.place, type)
  }
  const onClipboard = (event: ClipboardEvent) => {
    if (!(event.target as HTMLElement).closest("[data-node]")) return
    event.preventDefault()
    if (event.type === "paste")
      return editable && actions.paste(after(here), event.clipboardData.getData("text/plain"))
    const text = actions.copy(chosen)
    if (text) event.clipboardData.setData("text/plain", text)
    if (text && editable && event.type === "cut") onRemove()
  }

  return (
    <CanvasProvider value={{ active: here, selected, drop, adding, setActive, setAdding }}>
      {editable && (
        <CanvasTools
          chosen={chosen}
          onRemove={onRemove}
          onPaste={() => actions.paste(after(here))}
          onHelp={() => setHelp(true)}
        />
      )}
      <div className="flex h-[clamp(460px,calc(100vh-330px),900px)]">
        {editable && <Palette onAdd={(type) => actions.insert(after(here), type)} />}
        <div
          ref={box}
          role="group"
          aria-label={t("builder.canvas")}
          data-keyboard={keyboard || undefined}
          className="bg-ui-bg-subtle relative min-w-0 flex-1"
          onPointerDownCapture={() => setKeyboard(false)}
          onKeyDownCapture={() => setKeyboard(true)}
          onKeyDown={onKeyDown}
          onCopy={onClipboard}
          onCut={onClipboard}
          onPaste={onClipboard}
          onDragOver={onDragOver}
          onDragLeave={() => setDrop(undefined)}
          onDrop={onDrop}
        >
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            onInit={onInit}
            onNodesChange={onNodesChange}
            onConnect={onConnect}
            onReconnect={(_, connection) => onConnect(connection)}
            connectionRadius={70}
            onlyRenderVisibleElements
            nodesDraggable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            nodesConnectable={editable}
            disableKeyboardA11y
            deleteKeyCode={null}
            style={ATTRIBUTION}
            minZoom={0.08}
            maxZoom={1.5}
          >
            <Background gap={20} size={1} color="var(--border-base)" />
            {layout.nodes.length > MAP_FROM && (
              <MiniMap
                pannable
                zoomable
                ariaLabel={t("builder.map")}
                bgColor="var(--bg-base)"
                maskColor="color-mix(in srgb, var(--bg-subtle) 75%, transparent)"
                nodeColor="var(--fg-muted)"
                className="overflow-hidden rounded-lg border"
                style={{ width: 150, height: 110 }}
              />
            )}
            <Panel position="bottom-left">
              <ZoomTools />
            </Panel>
          </ReactFlow>
        </div>
      </div>
      <KeysHelp open={help} onOpenChange={setHelp} />
    </CanvasProvider>
  )
}

function placeOf(source: string, handle: string | null): Place {
  return source === TRIGGER || !handle || handle === FIRST ? null : { from: source, way: handle }
}
