import { clx } from "@medusajs/ui"
import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { waysOf } from "../../../lib/campaign-graph"
import { type FlowEdge, WAY } from "../../../lib/campaign-layout"
import { roundedPath } from "../../../lib/rounded-path"
import { useFlow, wayName } from "../flow-context"
import { AddButton } from "./add-button"
import { useCanvas } from "./canvas-context"

export type WayEdgeType = Edge<{ way: FlowEdge }, "way">

const RADIUS = 10

/** One way from step to step, with its name, how many went it, and the + at which a step can be put in. */
export function WayEdge(props: EdgeProps<WayEdgeType>) {
  const { sourceX, sourceY, targetX, targetY, markerEnd, data } = props
  const { editable } = useFlow()
  const { drop } = useCanvas()
  const { id, lane, place, back } = data!.way
  const path = roundedPath(
    [
      [sourceX, sourceY],
      [sourceX, sourceY + WAY.turn],
      [lane, sourceY + WAY.turn],
      [lane, targetY - WAY.turn],
      [targetX, targetY - WAY.turn],
      [targetX, targetY],
    ],
    RADIUS
  )
  return (
    <>
      <BaseEdge
        path={path}
        markerEnd={markerEnd}
        interactionWidth={16}
        className={clx("!stroke-ui-border-strong", drop === id && "!stroke-ui-border-interactive")}
      />
      <EdgeLabelRenderer>
        <At x={lane} y={sourceY + (back ? WAY.labelBack : WAY.label)}>
          <WayLabel way={data!.way} />
        </At>
        {editable && (
          <At x={lane} y={sourceY + (back ? WAY.plusBack : WAY.plus)}>
            <AddButton place={place} tabIndex={-1} highlighted={drop === id} />
          </At>
        )}
      </EdgeLabelRenderer>
    </>
  )
}

function At({ x, y, children }: { x: number; y: number; children: React.ReactNode }) {
  return (
    <div
      className="nodrag nopan pointer-events-auto absolute"
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
    >
      {children}
    </div>
  )
}

function WayLabel({ way: { place } }: { way: FlowEdge }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { plan, numbers } = useFlow()
  const step = place && plan.graph.steps[place.from]
  if (!step || waysOf(step).length < 2) return null
  const passed = numbers?.get(place.from)?.passed[place.way]
  return (
    <span className="bg-ui-bg-base text-ui-fg-subtle txt-compact-xsmall-plus block max-w-[128px] truncate whitespace-nowrap rounded-full border px-2 py-0.5">
      {wayName(t, step, place.way)}
      {passed ? ` · ${format.number(passed)}` : ""}
    </span>
  )
}
