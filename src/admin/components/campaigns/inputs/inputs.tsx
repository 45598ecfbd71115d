import { Input, Label, Select, Switch } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { DELAY_UNITS, type Delay } from "../../../../types/campaign-trigger"
import { Field } from "../../common/field"

type Labelled<Value> = {
  label: string
  hint?: string
  value: Value
  onChange: (value: Value) => void
}

type NumberInputProps = Labelled<number> & { min: number; max: number }

/** A whole number between two others. */
export function NumberInput({ label, hint, value, min, max, onChange }: NumberInputProps) {
  const id = useId()
  return (
    <Field label={label} id={id} hint={hint}>
      <Input
        id={id}
        size="small"
        type="number"
        min={min}
        max={max}
        value={value}
        onChange={({ target }) =>
          onChange(Math.min(max, Math.max(min, Math.round(Number(target.value)))))
        }
      />
    </Field>
  )
}

type AmountInputProps = Labelled<number> & { digits: number }

/** An amount of money in main units, with so many digits after the point. */
export function AmountInput({ label, hint, value, digits, onChange }: AmountInputProps) {
  const id = useId()
  return (
    <Field label={label} id={id} hint={hint}>
      <Input
        id={id}
        size="small"
        type="number"
        min={0}
        step={1 / 10 ** digits}
        value={value}
        onChange={({ target }) => onChange(Math.max(0, Number(target.value) || 0))}
      />
    </Field>
  )
}

type TextInputProps = Labelled<string> & {
  placeholder?: string
  type?: "text" | "time" | "datetime-local" | "url"
}

/** A line of text, a time of day, or a day and time. */
export function TextInput({
  label,
  hint,
  value,
  placeholder,
  type = "text",
  onChange,
}: TextInputProps) {
  const id = useId()
  return (
    <Field label={label} id={id} hint={hint}>
      <Input
        id={id}
        size="small"
        type={type}
        value={value}
        placeholder={placeholder}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  )
}

type ChoiceInputProps = Labelled<string> & {
  placeholder?: string
  options: [value: string, label: string][]
}

/** One of a few. */
export function ChoiceInput({
  label,
  hint,
  value,
  placeholder,
  options,
  onChange,
}: ChoiceInputProps) {
  return (
    <Field label={label} hint={hint}>
      <Select size="small" value={value} onValueChange={onChange}>
        <Select.Trigger aria-label={label}>
          <Select.Value placeholder={placeholder} />
        </Select.Trigger>
        <Select.Content>
          {options.map(([key, name]) => (
            <Select.Item key={key} value={key}>
              {name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </Field>
  )
}

/** Yes or no. */
export function ToggleInput({ label, value, onChange }: Labelled<boolean>) {
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Switch
        id={id}
        size="small"
        className="shrink-0"
        checked={value}
        onCheckedChange={onChange}
      />
      <Label size="small" htmlFor={id}>
        {label}
      </Label>
    </div>
  )
}

/** So many minutes, hours or days. */
export function DelayInput({ label, value, onChange }: Labelled<Delay>) {
  const { t } = useTranslation("engage")
  return (
    <div className="grid grid-cols-2 items-end gap-x-2">
      <NumberInput
        label={label}
        min={1}
        max={10_000}
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
      />
      <ChoiceInput
        label={t("campaigns.step.wait.unit")}
        value={value.unit}
        options={DELAY_UNITS.map((unit) => [unit, t(`campaigns.units.${unit}`)])}
        onChange={(unit) => onChange({ ...value, unit: unit as Delay["unit"] })}
      />
    </div>
  )
}
