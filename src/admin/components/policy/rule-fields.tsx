import { Input, Select } from "@medusajs/ui"
import { Field } from "../common/field"

type ChoiceProps = {
  id: string
  label: string
  value: string
  /** Value and what it is called. */
  options: string[][]
  onChange: (value: string) => void
}

/** One of a few. */
export function Choice({ id, label, value, options, onChange }: ChoiceProps) {
  return (
    <Field id={id} label={label}>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id={id}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map(([option, name]) => (
            <Select.Item key={option} value={option}>
              {name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </Field>
  )
}

type NumberFieldProps = {
  id: string
  label: string
  hint?: string
  value: number | null
  min?: number
  onChange: (value: number | null) => void
}

/** A whole number. */
export function NumberField({ id, label, hint, value, min = 1, onChange }: NumberFieldProps) {
  return (
    <Field id={id} label={label} hint={hint}>
      <Input
        id={id}
        type="number"
        required
        min={min}
        value={value ?? ""}
        onChange={({ target }) =>
          onChange(target.value === "" ? null : Math.trunc(Number(target.value)))
        }
      />
    </Field>
  )
}
