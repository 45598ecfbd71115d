import { useDraggable } from "@dnd-kit/core"
import { clx } from "@medusajs/ui"
import type { KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Block } from "../../../types/document"
import { type BlockPlace, copyBlock, removeBlock, stepBlock } from "../../lib/message-blocks"
import { AddBlock } from "./add-block"
import { BlockTools } from "./block-tools"
import { BlockView } from "./block-view"
import { useMessageEditor } from "./editor-context"

type BlockFrameProps = { block: Block; place: BlockPlace; last: boolean }

/** One block on the canvas: chosen by click or Enter, moved by its grip or Alt with the arrow keys. */
export function BlockFrame({ block, place, last }: BlockFrameProps) {
  const { t } = useTranslation("engage")
  const { selected, select, change, add } = useMessageEditor()
  const chosen = selected === block.id
  const name = t(`editor.block.${block.type}`)
  const drag = useDraggable({ id: block.id, data: { id: block.id, label: name } })

  const remove = () => {
    change((blocks) => removeBlock(blocks, block.id))
    select(undefined)
  }
  const duplicate = () => add(copyBlock(block), { ...place, index: place.index + 1 })
  const step = (by: -1 | 1) => change((blocks) => stepBlock(blocks, block.id, by))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const action = keyAction(event, { remove, duplicate, step, choose: () => select(block.id) })
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }

  return (
    <div
      ref={drag.setNodeRef}
      role="group"
      tabIndex={0}
      aria-label={t(chosen ? "editor.chosenBlock" : "editor.blockName", { name })}
      data-block={block.type}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        event.stopPropagation()
        select(block.id)
      }}
      className={clx(
        "relative outline-none ring-inset transition-shadow",
        chosen
          ? "z-20 ring-2 ring-blue-600"
          : "hover:ring-1 hover:ring-blue-400 focus-visible:ring-2 focus-visible:ring-blue-400",
        drag.isDragging && "opacity-40"
      )}
    >
      <BlockView block={block} chosen={chosen} />
      {chosen && (
        <>
          <BlockTools
            block={block}
            grip={{ ...drag.listeners, ...drag.attributes }}
            first={place.index === 0}
            last={last}
            onStep={step}
            onDuplicate={duplicate}
            onRemove={remove}
          />
          <div className="absolute -bottom-3 left-1/2 z-30 -translate-x-1/2">
            <AddBlock place={{ ...place, index: place.index + 1 }} label={t("editor.addAfter")} />
          </div>
        </>
      )}
    </div>
  )
}

type Actions = {
  remove: () => void
  duplicate: () => void
  step: (by: -1 | 1) => void
  choose: () => void
}

function keyAction(event: KeyboardEvent, actions: Actions): (() => void) | undefined {
  const command = event.metaKey || event.ctrlKey
  if (event.altKey && event.key === "ArrowUp") return () => actions.step(-1)
  if (event.altKey && event.key === "ArrowDown") return () => actions.step(1)
  if (command && event.key.toLowerCase() === "d") return actions.duplicate
  if (event.key === "Delete" || event.key === "Backspace") return actions.remove
  return event.key === "Enter" || event.key === " " ? actions.choose : undefined
}
