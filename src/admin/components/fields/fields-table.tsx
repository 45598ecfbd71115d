import { PencilSquare, Trash } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Field } from "../../../types/field"
import { MoreMenu } from "../common/more-menu"
import { type Column, ListTable } from "../list/list-table"

type FieldsTableProps = {
  fields: Field[] | undefined
  onEdit: (field: Field) => void
  onDelete: (field: Field) => void
}

/** Fields with what they describe, their type, and where their values lie. */
export function FieldsTable({ fields, onEdit, onDelete }: FieldsTableProps) {
  const { t } = useTranslation("engage")
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
    <ListTable
      label={t("fields.title")}
      columns={columns}
      rows={fields}
      rowKey={(field) => field.id}
      onOpen={onEdit}
    />
  )
}
