import { useDndContext, useDroppable } from "@dnd-kit/core"
import { clx } from "@medusajs/ui"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import type { Block } from "../../../types/document"
import type { BlockList, BlockPlace } from "../../lib/message-blocks"
import { AddBlock } from "./add-block"
import { BlockFrame } from "./block-frame"

/** The blocks of a list with a place to drop before, between and after them. */
export function BlockListView({ blocks, list }: { blocks: Block[]; list: BlockList }) {
  if (!blocks.length) return <EmptyList list={list} />
  return (
    <>
      {blocks.map((block, index) => (
        <Fragment key={block.id}>
          <DropPlace place={{ ...list, index }} />
          <BlockFrame block={block} place={{ ...list, index }} last={index === blocks.length - 1} />
        </Fragment>
      ))}
      <DropPlace place={{ ...list, index: blocks.length }} />
    </>
  )
}

const placeId = ({ parent, slot, index }: BlockPlace) => `${parent ?? "message"}:${slot}:${index}`

function DropPlace({ place }: { place: BlockPlace }) {
  const { setNodeRef, isOver } = useDroppable({ id: placeId(place), data: { place } })
  const { active } = useDndContext()
  return (
    <div className="relative z-10 h-0">
      <div ref={setNodeRef} className="pointer-events-none absolute inset-x-0 -top-4 h-8">
        <div
          className={clx(
            "absolute inset-x-2 top-[14px] h-1 rounded-full",
            isOver ? "bg-blue-500" : active && "bg-blue-500/20"
          )}
        />
      </div>
    </div>
  )
}

function EmptyList({ list }: { list: BlockList }) {
  const { t } = useTranslation("engage")
  const place = { ...list, index: 0 }
  const { setNodeRef, isOver } = useDroppable({ id: placeId(place), data: { place } })
  return (
    <div
      ref={setNodeRef}
      className={clx(
        "m-2 flex min-h-[72px] items-center justify-center rounded-lg border-2 border-dashed p-2",
        isOver ? "border-blue-500" : "border-gray-300"
      )}
    >
      <AddBlock place={place} label={t("editor.addFirst")} wordy />
    </div>
  )
}
