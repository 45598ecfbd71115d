import { Column } from "@react-email/column"
import { Row } from "@react-email/row"
import type { ReactNode } from "react"
import type { BlockOf } from "../../../../types/document"
import type { Context } from "./context"
import { conditionLiquid } from "./liquid"

const GAP = 24

/** Blocks side by side; on a phone below each other when they shall. */
export function drawColumns(block: BlockOf<"columns">, context: Context): ReactNode {
  const total = block.ratio.reduce((sum, part) => sum + part, 0)
  const last = block.columns.length - 1
  return (
    <Row>
      {block.columns.map((blocks, at) => {
        const share = block.ratio[at] / total
        return (
          <Column
            key={at}
            className={block.stack ? "stack" : undefined}
            style={{
              width: `${Math.round(share * 10_000) / 100}%`,
              verticalAlign: "top",
              paddingLeft: at > 0 ? GAP / 2 : 0,
              paddingRight: at < last ? GAP / 2 : 0,
            }}
          >
            {context.blocks(blocks, {
              ...context,
              nested: true,
              width: Math.round(context.width * share - GAP / 2),
            })}
          </Column>
        )
      })}
    </Row>
  )
}

/** Blocks that only some people get, and what the others get. */
export function drawCondition(block: BlockOf<"condition">, context: Context): ReactNode {
  const { slots } = context
  return (
    <>
      {slots.put(`{% if ${conditionLiquid(block)} %}`)}
      {context.blocks(block.blocks, context)}
      {block.otherwise.length > 0 && slots.put("{% else %}")}
      {context.blocks(block.otherwise, context)}
      {slots.put("{% endif %}")}
    </>
  )
}

/** Blocks that are repeated for each thing of a list. */
export function drawLoop(block: BlockOf<"loop">, context: Context): ReactNode {
  const { slots } = context
  return (
    <>
      {slots.put(`{% for item in ${block.list} limit: ${block.limit} %}`)}
      {context.blocks(block.blocks, { ...context, looped: true })}
      {slots.put("{% endfor %}")}
    </>
  )
}
