import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  type CollisionDetection,
  closestCenter,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core"
import { DotsSix } from "@medusajs/icons"
import { IconButton, clx } from "@medusajs/ui"
import { type ReactNode, createContext, useContext } from "react"
import { useTranslation } from "react-i18next"
import { type RulePath, isWithin, moveNode, pathText } from "../../lib/rules"
import { useRules } from "./rule-context"
import { useCopyKeys } from "./use-copy-keys"

/** Lets rows and groups be dragged into another place: dropped on a group they join it, on a row they come before it. */
export function DragArea({ children }: { children: ReactNode }) {
  const { change } = useRules()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor)
  )
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={innermost}
      onDragEnd={({ active, over }) => {
        const from = active.data.current?.path as RulePath | undefined
        const to = over?.data.current?.path as RulePath | undefined
        if (from && to) change((root) => moveNode(root, from, to))
      }}
    >
      {children}
    </DndContext>
  )
}

/**
 * Groups lie in groups: what is meant is the deepest under the pointer. The keyboard has no pointer: there it is the
 * nearest place that does not move along.
 */
const innermost: CollisionDetection = (args) => {
  if (args.pointerCoordinates) return pointerWithin(args).sort((a, b) => depth(b) - depth(a))
  const moving = args.active.data.current?.path as RulePath
  const others = args.droppableContainers.filter(
    ({ data }) => !isWithin(data.current?.path as RulePath, moving)
  )
  return closestCenter({ ...args, droppableContainers: others })
}

const depth = ({ data }: { data?: Record<string, unknown> }) =>
  (data?.droppableContainer as { data?: { current?: { path?: RulePath } } })?.data?.current?.path
    ?.length ?? 0

const Handle = createContext<ReactNode>(null)

/** A row or group that can be dragged and dropped on. Its handle is {@link DragHandle}, somewhere inside. */
export function Draggable({ path, children }: { path: RulePath; children: ReactNode }) {
  const { t } = useTranslation("engage")
  const id = pathText(path)
  const drag = useDraggable({ id, data: { path }, disabled: !path.length })
  const drop = useDroppable({ id, data: { path } })
  const moving = drag.active?.data.current?.path as RulePath | undefined
  const target = drop.isOver && moving && !isWithin(path, moving)
  const onKeyDown = useCopyKeys(path)
  const handle = path.length > 0 && (
    <IconButton
      size="small"
      variant="transparent"
      type="button"
      className="cursor-grab touch-none"
      {...drag.attributes}
      {...drag.listeners}
      aria-label={t("segments.builder.drag")}
    >
      <DotsSix />
    </IconButton>
  )
  return (
    <div
      onKeyDown={onKeyDown}
      ref={(element) => {
        drag.setNodeRef(element)
        drop.setNodeRef(element)
      }}
      style={
        drag.transform
          ? { transform: `translate(${drag.transform.x}px, ${drag.transform.y}px)`, zIndex: 10 }
          : undefined
      }
      className={clx(
        "relative rounded-lg",
        drag.isDragging && "opacity-70",
        target && "ring-ui-fg-interactive ring-2"
      )}
    >
      <Handle.Provider value={handle}>{children}</Handle.Provider>
    </div>
  )
}

/** The grip of the row or group around it. */
export const DragHandle = () => useContext(Handle)
