import { XMarkMini } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AttributeInfo } from "../../../rules/describe"
import { useAttributeValues } from "../../hooks/api/attributes"
import { useDebounced } from "../../hooks/use-debounced"
import { useFormat } from "../../hooks/use-format"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"
import { useRules } from "./rule-context"

type ValuesPickerProps = {
  attribute: AttributeInfo
  values: string[]
  invalid: boolean
  onChange: (values: string[]) => void
}

/** Chooses any number of values: from the attribute's options, from what occurs in the shop, or typed by hand. */
export function ValuesPicker({ attribute, values, invalid, onChange }: ValuesPickerProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { names } = useRules()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState("")
  const labels = useRef(new Map<string, string>())
  const settled = useDebounced(text)
  const suggested = useAttributeValues(attribute.key, open ? settled : "", attribute.suggestions)

  const options = attribute.suggestions
    ? (suggested.data ?? []).map(({ value, label, count }) => ({
        value,
        label,
        hint: format.number(count),
      }))
    : (attribute.options ?? []).map(({ value, label }) => ({ value, label }))
  for (const { value, label } of options) labels.current.set(value, label)

  const toggle = (value: string) =>
    onChange(
      values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
    )

  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5">
      {values.map((value) => {
        const label = labels.current.get(value) ?? names[value] ?? value
        return (
          <Badge key={value} size="small" className="max-w-[240px] gap-x-1 pr-1">
            <span className="truncate">{label}</span>
            <button
              type="button"
              aria-label={t("actions.remove", { name: label })}
              onClick={() => toggle(value)}
              className="text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
            >
              <XMarkMini />
            </button>
          </Badge>
        )
      })}
      <Picker
        label={attribute.label}
        several
        options={options}
        selected={values}
        onPick={toggle}
        onOpenChange={setOpen}
        onSearch={attribute.suggestions ? setText : undefined}
        loading={suggested.isFetching}
        addable={attribute.type === "string"}
        trigger={
          <FieldButton empty invalid={invalid}>
            {t(values.length ? "segments.builder.addValue" : "picker.choose")}
          </FieldButton>
        }
      />
    </span>
  )
}
