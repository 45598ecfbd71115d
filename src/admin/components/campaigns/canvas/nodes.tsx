import { ExclamationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react"
import { useTranslation } from "react-i18next"
import { waysOf } from "../../../lib/campaign-graph"
import { TRIGGER } from "../../../lib/campaign-layout"
import { useFlow, wayName } from "../flow-context"
import { SplitWinner } from "../split-winner"
import { StepNumbers } from "../step-numbers"
import { StepSummary } from "../step-summary"
import { STEP_KINDS } from "../steps/step-kinds"
import { TriggerText } from "../trigger-card"
import { NodeFrame } from "./node-frame"

/** Everything a node shows comes from the plan, by the node's id. */
export type CanvasNode = Node<Record<string, never>>

/** Handles of a node: one above, and one below for each way out. */
export const INTO = "into"
export const FIRST = "first"
const DOT =
  "!size-2.5 !min-w-0 !rounded-full !bg-ui-bg-base !border-ui-border-strong !border hover:!border-ui-border-interactive"

/** What lets people in. */
export function TriggerNode() {
  const { t } = useTranslation("engage")
  const { plan, problems, editable } = useFlow()
  const { trigger } = plan
  const wrong = problems.filter(({ step }) => step === null)
  const title = trigger ? t(`campaignTriggers.name.${trigger.type}`) : t("campaigns.noTrigger")
  return (
    <>
      <NodeFrame
        id={TRIGGER}
        label={`${t("builder.trigger")}: ${title}`}
        places={[null]}
        wrong={wrong.length > 0}
      >
        <TriggerText />
        <Wrong messages={wrong.map(({ message }) => message)} />
      </NodeFrame>
      <Handle
        type="source"
        id={FIRST}
        position={Position.Bottom}
        isConnectable={editable}
        className={DOT}
      />
    </>
  )
}

/** A step: what it does, what is wrong with it, and what happened at it. */
export function StepNode({ id }: NodeProps<CanvasNode>) {
  const { t } = useTranslation("engage")
  const { plan, problems, numbers, editable } = useFlow()
  const step = plan.graph.steps[id]
  if (!step) return null
  const Icon = STEP_KINDS[step.type].icon
  const name = t(`campaigns.step.${step.type}.name`)
  const wrong = problems.filter((problem) => problem.step === id).map(({ message }) => message)
  const ways = waysOf(step)
  return (
    <>
      <Handle
        type="target"
        id={INTO}
        position={Position.Top}
        isConnectable={editable}
        className={DOT}
      />
      <NodeFrame
        id={id}
        label={[name, ...wrong].join(". ")}
        places={ways.map((way) => ({ from: id, way }))}
        wrong={wrong.length > 0}
      >
        <span className="text-ui-fg-base txt-compact-small-plus flex items-center gap-x-2">
          <Icon className="text-ui-fg-subtle shrink-0" />
          <span className="truncate">{name}</span>
          <SplitWinner id={id} step={step} />
        </span>
        <span className="txt-compact-small text-ui-fg-subtle line-clamp-2 min-h-[40px] break-words">
          <StepSummary step={step} />
        </span>
        <Wrong messages={wrong} />
        {numbers && (
          <span className="border-t pt-2">
            <StepNumbers step={step} numbers={numbers.get(id)} />
          </span>
        )}
      </NodeFrame>
      {ways.map((way, i) => (
        <Handle
          key={way}
          type="source"
          id={way}
          position={Position.Bottom}
          isConnectable={editable}
          className={DOT}
          style={{ left: `${((i + 1) / (ways.length + 1)) * 100}%` }}
          title={ways.length > 1 ? wayName(t, step, way) : undefined}
        />
      ))}
    </>
  )
}

/** Where a way ends. */
export function EndNode() {
  const { t } = useTranslation("engage")
  const { editable } = useFlow()
  return (
    <>
      <Handle
        type="target"
        id={INTO}
        position={Position.Top}
        isConnectable={editable}
        className="!opacity-0"
      />
      <div className="bg-ui-bg-subtle flex h-full items-center justify-center rounded-full border border-dashed">
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
          {t("campaigns.flow.end")}
        </Text>
      </div>
    </>
  )
}

function Wrong({ messages }: { messages: string[] }) {
  if (!messages.length) return null
  return (
    <span className="txt-compact-xsmall text-ui-fg-error flex items-center gap-x-1">
      <ExclamationCircle className="size-3.5 shrink-0" aria-hidden />
      <span className="truncate" title={messages.join("\n")}>
        {messages[0]}
        {messages.length > 1 ? ` (+${messages.length - 1})` : ""}
      </span>
    </span>
  )
}
