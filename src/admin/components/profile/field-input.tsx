import { Checkbox, Input, Label, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { FieldOption, FieldType, FieldValue } from "../../../types/field"

type FieldInputProps = {
  id: string
  label: string
  type: FieldType | "email" | "tel"
  options?: FieldOption[]
  value: FieldValue
  onChange: (value: FieldValue) => void
  hint?: string
  disabled?: boolean
}

const NONE = "-"

/** One value in a form, by its type: a text, number, day, yes or no, one choice, or several. */
export function FieldInput(props: FieldInputProps) {
  const { id, label, type, options = [], value, onChange, hint, disabled } = props
  const { t } = useTranslation("engage")
  const choices =
    type === "boolean"
      ? [
          { value: "true", label: t("fields.yes") },
          { value: "false", label: t("fields.no") },
        ]
      : options

  if (type === "multi_enum" && options.length)
    return <Choices {...props} chosen={(value as string[] | null) ?? []} />

  return (
    <div className="flex flex-col gap-y-1.5">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      {choices.length ? (
        <Select
          size="small"
          disabled={disabled}
          value={value === null ? NONE : String(value)}
          onValueChange={(next) =>
            onChange(next === NONE ? null : type === "boolean" ? next === "true" : next)
          }
        >
          <Select.Trigger id={id}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={NONE}>{t("fields.notKnown")}</Select.Item>
            {choices.map((option) => (
              <Select.Item key={option.value} value={option.value}>
                {option.label}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      ) : (
        <Input
          id={id}
          size="small"
          disabled={disabled}
          type={type === "date" ? "date" : type === "number" ? "number" : "text"}
          inputMode={type === "tel" ? "tel" : type === "email" ? "email" : undefined}
          step="any"
          value={Array.isArray(value) ? value.join(", ") : String(value ?? "")}
          onChange={(event) => onChange(parse(type, event.target.value))}
        />
      )}
      {hint && <span className="txt-small text-ui-fg-subtle">{hint}</span>}
    </div>
  )
}

function parse(type: FieldInputProps["type"], text: string): FieldValue {
  if (text === "") return null
  if (type === "number") return Number(text)
  if (type !== "multi_enum") return text
  return text.split(",").map((part) => part.trimStart())
}

function Choices({
  id,
  label,
  options = [],
  chosen,
  onChange,
}: FieldInputProps & { chosen: string[] }) {
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value]
    onChange(next.length ? next : null)
  }
  return (
    <fieldset className="flex flex-col gap-y-1.5">
      <legend className="txt-compact-small-plus mb-1.5">{label}</legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2">
        {options.map((option) => (
          <div key={option.value} className="flex items-center gap-x-2">
            <Checkbox
              id={`${id}-${option.value}`}
              checked={chosen.includes(option.value)}
              onCheckedChange={() => toggle(option.value)}
            />
            <Label size="small" htmlFor={`${id}-${option.value}`}>
              {option.label}
            </Label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
