import { useDraggable, useDroppable } from "@dnd-kit/core"
import { DotsSix } from "@medusajs/icons"
import { IconButton, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Field } from "../../../types/field"

/** The handle by which a field's row is dragged; the whole row takes what is dropped on it. */
export function FieldGrip({ field }: { field: Field }) {
  const { t } = useTranslation("engage")
  const drag = useDraggable({ id: field.id, data: { field } })
  const drop = useDroppable({ id: field.id, data: { field } })
  const moving = drag.active?.data.current?.field as Field | undefined
  const takes = drop.isOver && moving?.scope === field.scope && moving.id !== field.id
  return (
    <span
      className={clx("inline-flex rounded-md", takes && "ring-ui-fg-interactive ring-2")}
      ref={(element) => {
        const row = element?.closest("tr") ?? null
        drag.setNodeRef(row)
        drop.setNodeRef(row)
      }}
    >
      <IconButton
        size="small"
        variant="transparent"
        type="button"
        className={clx("cursor-grab touch-none", drag.isDragging && "opacity-50")}
        {...drag.attributes}
        {...drag.listeners}
        aria-label={t("fields.drag", { field: field.label })}
      >
        <DotsSix />
      </IconButton>
    </span>
  )
}
