import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  type CollisionDetection,
  closestCenter,
  pointerWithin,
  rectIntersection,
  useSensor,
  useSensors,
} from "@dnd-kit/core"
import { useState } from "react"
import type { Block, MessageDocument } from "../../../types/document"
import { type BlockPlace, insertBlock, moveBlock, placeOf } from "../../lib/message-blocks"
import { Canvas } from "./canvas"
import { EditorContext, type EditorContextValue } from "./editor-context"
import { Palette } from "./palette"
import { BlockProperties } from "./properties"
import { StyleFields } from "./style-fields"

type DesignTabProps = {
  document: MessageDocument
  profileId: string | undefined
  onChange: (edit: (before: MessageDocument) => MessageDocument, tag?: string) => void
}

/** Blocks at the left, the message in the middle, what is chosen at the right. */
export function DesignTab({ document, profileId, onChange }: DesignTabProps) {
  const [selected, select] = useState<string>()
  const [dragged, setDragged] = useState<string>()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor)
  )
  const change: EditorContextValue["change"] = (edit, tag) =>
    onChange((before) => ({ ...before, blocks: edit(before.blocks) }), tag)

  const add = (block: Block, place?: BlockPlace) => {
    change((blocks) => insertBlock(blocks, place ?? placeAfter(blocks, selected), block))
    select(block.id)
  }
  const onDrop = (data: Record<string, unknown> | undefined, place: BlockPlace | undefined) => {
    setDragged(undefined)
    if (!data || !place) return
    if (typeof data.id === "string") {
      const { id } = data
      return change((blocks) => moveBlock(blocks, id, place))
    }
    add((data.make as () => Block)(), place)
  }
  const context: EditorContextValue = {
    document,
    selected,
    select,
    change,
    add,
    profileId,
    setStyle: (style) =>
      onChange(
        (before) => ({ ...before, style: { ...before.style, ...style } }),
        `style ${Object.keys(style).join()}`
      ),
  }

  return (
    <EditorContext.Provider value={context}>
      <DndContext
        sensors={sensors}
        collisionDetection={nearestPlace}
        onDragStart={({ active }) => setDragged(String(active.data.current?.label ?? ""))}
        onDragCancel={() => setDragged(undefined)}
        onDragEnd={({ active, over }) =>
          onDrop(active.data.current, over?.data.current?.place as BlockPlace | undefined)
        }
      >
        <div className="flex h-full min-h-0">
          <Palette />
          <Canvas />
          <aside className="bg-ui-bg-base w-[320px] shrink-0 overflow-y-auto border-l p-4">
            {selected ? <BlockProperties key={selected} /> : <StyleFields />}
          </aside>
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged !== undefined && (
            <div className="txt-compact-small inline-block rounded-lg bg-blue-600 px-3 py-2 text-white">
              {dragged}
            </div>
          )}
        </DragOverlay>
      </DndContext>
    </EditorContext.Provider>
  )
}

/** The place the pointer is nearest to: places are thin, and the pointer is seldom exactly on one. */
const nearestPlace: CollisionDetection = (args) => {
  const { pointerCoordinates: pointer } = args
  if (!pointer) return closestCenter(args)
  const within = pointerWithin(args)
  if (within.length) return within
  const row = { ...args.collisionRect, top: pointer.y - 60, bottom: pointer.y + 60, height: 120 }
  return rectIntersection({ ...args, collisionRect: row }).slice(0, 1)
}

/** After the selected block; at the end of the message, but before its footer, when none is. */
function placeAfter(blocks: Block[], selected: string | undefined): BlockPlace {
  const place = selected ? placeOf(blocks, selected) : undefined
  if (place) return { ...place, index: place.index + 1 }
  const atFooter = blocks.length > 0 && blocks[blocks.length - 1].type === "footer"
  return { parent: null, slot: 0, index: blocks.length - (atFooter ? 1 : 0) }
}
