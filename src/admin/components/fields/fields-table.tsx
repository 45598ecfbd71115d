import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core"
import { ArrowDownMini, ArrowUpMini, PencilSquare, Trash } from "@medusajs/icons"
import { Badge, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Field } from "../../../types/field"
import { useOrderFields } from "../../hooks/api/fields"
import { MoreMenu } from "../common/more-menu"
import { type Column, ListTable } from "../list/list-table"
import { FieldGrip } from "./field-grip"

type FieldsTableProps = {
  fields: Field[] | undefined
  onEdit: (field: Field) => void
  onDelete: (field: Field) => void
}

/** Fields with what they describe, their type, and where their values lie. */
export function FieldsTable({ fields, onEdit, onDelete }: FieldsTableProps) {
  const { t } = useTranslation("engage")
  const order = useOrderFields()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor)
  )
  const put = (ids: string[]) =>
    order.mutate(ids, { onError: (error) => void toast.error(error.message) })
  const peers = ({ scope }: Field) => fields?.filter((other) => other.scope === scope) ?? []
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = active.data.current?.field as Field | undefined
    const to = over?.data.current?.field as Field | undefined
    if (from && to && from.id !== to.id && from.scope === to.scope)
      put(
        movedTo(
          peers(from),
          from.id,
          peers(from).findIndex(({ id }) => id === to.id)
        )
      )
  }
  const moves = (field: Field) => {
    const all = peers(field)
    const at = all.findIndex(({ id }) => id === field.id)
    return (["up", "down"] as const).flatMap((way) => {
      const to = way === "up" ? at - 1 : at + 1
      if (to < 0 || to >= all.length) return []
      const icon = way === "up" ? <ArrowUpMini /> : <ArrowDownMini />
      const onClick = () => put(movedTo(all, field.id, to))
      return [{ icon, label: t(`fields.${way}`), onClick }]
    })
  }
  const columns: Column<Field>[] = [
    {
      id: "label",
      header: t("fields.label"),
      cell: (field) => (
        <span className="flex max-w-[360px] flex-col py-1">
          <Text as="span" size="small" leading="compact" weight="plus" className="truncate">
            {field.label}
          </Text>
          <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle truncate">
            {field.description || field.key}
          </Text>
        </span>
      ),
    },
    {
      id: "scope",
      header: t("fields.scopeLabel"),
      cell: (field) => <Badge size="2xsmall">{t(`fields.scope.${field.scope}`)}</Badge>,
    },
    { id: "type", header: t("fields.typeLabel"), cell: (field) => t(`fields.type.${field.type}`) },
    {
      id: "home",
      header: t("fields.home"),
      cell: (field) =>
        field.metadata_key ? t("fields.inMedusa", { key: field.metadata_key }) : t("fields.here"),
    },
    {
      id: "order",
      header: <span className="sr-only">{t("fields.order")}</span>,
      align: "right",
      cell: (field) => <FieldGrip field={field} />,
    },
    {
      id: "menu",
      header: <span className="sr-only">{t("actions.more")}</span>,
      align: "right",
      cell: (field) => (
        <MoreMenu
          groups={[
            {
              actions: [
                {
                  icon: <PencilSquare />,
                  label: t("actions.edit"),
                  onClick: () => onEdit(field),
                },
                ...moves(field),
              ],
            },
            {
              actions: [
                { icon: <Trash />, label: t("actions.delete"), onClick: () => onDelete(field) },
              ],
            },
          ]}
        />
      ),
    },
  ]
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
      <ListTable
        label={t("fields.title")}
        columns={columns}
        rows={fields}
        rowKey={(field) => field.id}
        onOpen={onEdit}
      />
    </DndContext>
  )
}

/** Ids with one of them put at another place. */
function movedTo(fields: Field[], id: string, to: number): string[] {
  const rest = fields.map((field) => field.id).filter((other) => other !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}
