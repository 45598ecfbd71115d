import { XMarkMini } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAttributeValues } from "../../../hooks/api/attributes"
import { useDebounced } from "../../../hooks/use-debounced"
import { useFormat } from "../../../hooks/use-format"
import { Field } from "../../common/field"
import { FieldButton } from "../../picker/field-button"
import { Picker } from "../../picker/picker"

type ValuesInputProps = {
  label: string
  hint?: string
  /** Of the rule attribute whose values are offered. */
  attribute: string
  values: string[]
  onChange: (values: string[]) => void
  /** Whether what the shop does not know can be typed. */
  addable?: boolean
}

/** Any number of things of the shop: products, categories, and what else rules know by name. */
export function ValuesInput(props: ValuesInputProps) {
  const { label, hint, attribute, values, onChange, addable } = props
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [text, setText] = useState("")
  const known = useAttributeValues(attribute, "")
  const found = useAttributeValues(attribute, useDebounced(text))
  const names = new Map(
    [...(known.data ?? []), ...(found.data ?? [])].map((one) => [one.value, one.label])
  )
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <Field label={label} hint={hint}>
      <span className="flex flex-wrap items-center gap-1.5">
        {values.map((value) => (
          <Badge key={value} size="small" className="max-w-full gap-x-1 pr-1">
            <span className="truncate">{names.get(value) ?? value}</span>
            <button
              type="button"
              aria-label={t("actions.remove", { name: names.get(value) ?? value })}
              onClick={() => toggle(value)}
              className="text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
            >
              <XMarkMini />
            </button>
          </Badge>
        ))}
        <Picker
          label={label}
          several
          addable={addable}
          options={(found.data ?? []).map((one) => ({
            value: one.value,
            label: one.label,
            hint: format.number(one.count),
          }))}
          selected={values}
          onPick={toggle}
          onSearch={setText}
          loading={found.isFetching}
          trigger={
            <FieldButton empty aria-label={label}>
              {t(values.length ? "segments.builder.addValue" : "picker.choose")}
            </FieldButton>
          }
        />
      </span>
    </Field>
  )
}
