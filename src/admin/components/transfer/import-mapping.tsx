import { Badge, Button, Checkbox, Label, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ImportKindInfo, ImportMapping, ImportRow } from "../../../types/transfer"
import { Section } from "../common/states"

const NONE = "-"

type ImportMappingProps = {
  kind: ImportKindInfo
  columns: string[]
  first: ImportRow | undefined
  mapping: ImportMapping
  create: boolean
  disabled: boolean
  onMapping: (mapping: ImportMapping) => void
  onCreate: (create: boolean) => void
  save: { changed: boolean; pending: boolean; onSave: () => void }
}

/** Which column of the file fills which field, with the first row as an example. */
export function ImportMappingSection(props: ImportMappingProps) {
  const { kind, mapping, create, disabled, save } = props
  const { t } = useTranslation("engage")
  const [all, setAll] = useState(false)
  const shown = kind.fields.filter(
    (field) =>
      all ||
      mapping[field.key] ||
      field.required ||
      kind.identified_by.slice(0, 2).includes(field.key)
  )
  const identified = kind.identified_by.some((key) => mapping[key])
  const names = kind.fields.filter((f) => kind.identified_by.includes(f.key)).map((f) => f.label)

  return (
    <Section
      title={t("transfer.mapping.title")}
      description={t("transfer.mapping.description")}
      actions={
        !disabled && (
          <Button
            size="small"
            variant="secondary"
            disabled={!save.changed}
            isLoading={save.pending}
            onClick={save.onSave}
          >
            {t("actions.save")}
          </Button>
        )
      }
    >
      <ul className="divide-y">
        {shown.map((field) => (
          <FieldRow key={field.key} field={field} {...props} />
        ))}
      </ul>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        {shown.length < kind.fields.length || all ? (
          <Button
            size="small"
            variant="transparent"
            className="w-fit"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {t(all ? "transfer.mapping.fewerFields" : "transfer.mapping.allFields")}
          </Button>
        ) : null}
        {!identified && (
          <Text size="small" className="text-ui-fg-error">
            {t("transfer.mapping.oneOf", { fields: names.join(", ") })}
          </Text>
        )}
        {["profiles", "purchases"].includes(kind.key) && (
          <div className="flex items-center gap-x-2">
            <Checkbox
              id="import-create"
              checked={create}
              disabled={disabled}
              onCheckedChange={(checked) => props.onCreate(checked === true)}
            />
            <Label size="small" htmlFor="import-create">
              {t("transfer.mapping.create")}
            </Label>
          </div>
        )}
      </div>
    </Section>
  )
}

type FieldRowProps = ImportMappingProps & { field: ImportKindInfo["fields"][number] }

function FieldRow({ field, columns, first, mapping, disabled, onMapping }: FieldRowProps) {
  const { t } = useTranslation("engage")
  const column = mapping[field.key]
  const example = column && first?.cells[columns.indexOf(column)]
  const choose = (value: string) => {
    const { [field.key]: _, ...others } = mapping
    onMapping(value === NONE ? others : { ...others, [field.key]: value })
  }
  return (
    <li className="grid items-center gap-x-6 gap-y-2 px-6 py-3 md:grid-cols-[1fr_1fr_1fr]">
      <div>
        <span className="flex items-center gap-x-2">
          <Label size="small" weight="plus" id={`map-${field.key}`}>
            {field.label}
          </Label>
          {field.required && !column && (
            <Badge size="2xsmall" color="red">
              {t("transfer.mapping.required")}
            </Badge>
          )}
        </span>
        {field.hint && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {field.hint}
          </Text>
        )}
      </div>
      <Select size="small" disabled={disabled} value={column ?? NONE} onValueChange={choose}>
        <Select.Trigger aria-labelledby={`map-${field.key}`}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={NONE}>{t("transfer.mapping.none")}</Select.Item>
          {columns.map((name) => (
            <Select.Item key={name} value={name}>
              {name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <Text size="small" className="text-ui-fg-subtle truncate" title={example}>
        {example}
      </Text>
    </li>
  )
}
