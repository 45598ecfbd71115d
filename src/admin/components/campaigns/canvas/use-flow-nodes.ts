import { MarkerType, type NodeHandle, Position } from "@xyflow/react"
import { useMemo } from "react"
import type { CampaignPlan } from "../../../../types/campaign-plan"
import { waysOf } from "../../../lib/campaign-graph"
import { type FlowLayout, type FlowNode, layoutFlow, TRIGGER } from "../../../lib/campaign-layout"
import { useFlow } from "../flow-context"
import { sends } from "../step-numbers"
import { type CanvasNode, FIRST, INTO } from "./nodes"
import type { WayEdgeType } from "./way-edge"

const DOT = 10
const HEIGHT = { trigger: 116, rules: 44, step: 92, problem: 24, people: 52, messages: 84 }

/** Where everything of the campaign is drawn, as high as what it shows. */
export function useFlowLayout(): FlowLayout {
  const { plan, problems, numbers } = useFlow()
  const { graph } = plan
  const rules = plan.entry_rules ? HEIGHT.rules : 0
  return useMemo(() => {
    const wrong = new Set(problems.map(({ step }) => step ?? TRIGGER))
    return layoutFlow(graph, (id) => {
      const problem = wrong.has(id) ? HEIGHT.problem : 0
      if (id === TRIGGER) return HEIGHT.trigger + rules + problem
      const step = graph.steps[id]
      const messages = sends(step, numbers?.get(id)) ? HEIGHT.messages : 0
      return HEIGHT.step + problem + (numbers ? HEIGHT.people + messages : 0)
    })
  }, [graph, rules, problems, numbers])
}

/**
 * The layout as the canvas takes it. Sizes and handles are told, so that nothing has to be measured and only what can be
 * seen is ever drawn.
 */
export function useFlowNodes(layout: FlowLayout, selected: ReadonlySet<string>) {
  const { plan, editable } = useFlow()
  const { nodes, edges } = layout
  return {
    nodes: useMemo(
      () => nodes.map((node) => canvasNode(node, plan, selected.has(node.id))),
      [nodes, plan, selected]
    ),
    edges: useMemo(
      () =>
        edges.map((way): WayEdgeType => ({
          id: way.id,
          type: "way",
          source: way.source,
          target: way.target,
          sourceHandle: way.place ? way.place.way : FIRST,
          targetHandle: INTO,
          selectable: false,
          reconnectable: editable && "target",
          markerEnd: { type: MarkerType.ArrowClosed, color: "var(--border-strong)" },
          data: { way },
        })),
      [edges, editable]
    ),
  }
}

function canvasNode(node: FlowNode, plan: CampaignPlan, selected: boolean): CanvasNode {
  const { id, x, y, width, height } = node
  const step = plan.graph.steps[id]
  return {
    id,
    type: id === TRIGGER ? "trigger" : step ? "step" : "end",
    position: { x, y },
    data: {},
    width,
    height,
    measured: { width, height },
    handles: handlesOf(node, step ? waysOf(step) : id === TRIGGER ? [FIRST] : []),
    selectable: Boolean(step),
    selected,
  }
}

function handlesOf({ id, width, height }: FlowNode, ways: string[]): NodeHandle[] {
  const dot = { width: DOT, height: DOT }
  const into: NodeHandle = {
    ...{ id: INTO, type: "target", position: Position.Top, ...dot },
    x: width / 2 - DOT / 2,
    y: -DOT / 2,
  }
  return [
    ...(id === TRIGGER ? [] : [into]),
    ...ways.map((way, i): NodeHandle => ({
      ...{ id: way, type: "source", position: Position.Bottom, ...dot },
      x: (width * (i + 1)) / (ways.length + 1) - DOT / 2,
      y: height - DOT / 2,
    })),
  ]
}
