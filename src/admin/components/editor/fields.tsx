import { Input, Label, Select, Switch, Text, Textarea, clx } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useTranslation } from "react-i18next"
import type { Align } from "../../../types/document"
import { VariableInput } from "../templates/variable-input"
import { useMessageEditor } from "./editor-context"

type FieldProps<Value> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  hint?: string
}

function Field({
  label,
  id,
  hint,
  children,
}: {
  label: string
  id: string
  hint?: string
  children: ReactNode
}) {
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      {children}
      {hint && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {hint}
        </Text>
      )}
    </div>
  )
}

/** One line of text. */
export function TextField({ label, value, onChange, hint }: FieldProps<string>) {
  const id = useId()
  return (
    <Field label={label} id={id} hint={hint}>
      <Input
        id={id}
        size="small"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

/** One line of text into which variables can be put. */
export function VariableField({ label, value, onChange, hint }: FieldProps<string>) {
  const id = useId()
  const { profileId } = useMessageEditor()
  return (
    <VariableInput
      id={id}
      label={label}
      value={value}
      hint={hint}
      profileId={profileId}
      onChange={onChange}
    />
  )
}

/** Several lines of text. */
export function AreaField({
  label,
  value,
  onChange,
  hint,
  code,
}: FieldProps<string> & { code?: boolean }) {
  const id = useId()
  return (
    <Field label={label} id={id} hint={hint}>
      <Textarea
        id={id}
        rows={code ? 14 : 4}
        className={clx(code && "font-mono text-[12px] leading-5")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

/** A number between two limits; the unit stands in the label. */
export function NumberField(props: FieldProps<number> & { min: number; max: number }) {
  const { label, value, onChange, hint, min, max } = props
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
        onChange={(event) => {
          const number = Math.round(Number(event.target.value))
          if (Number.isFinite(number)) onChange(Math.min(max, Math.max(min, number)))
        }}
      />
    </Field>
  )
}

type SelectFieldProps<Value extends string> = FieldProps<Value> & {
  options: { value: Value; label: string }[]
}

/** One of a few. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, onChange, hint, options } = props
  const id = useId()
  return (
    <Field label={label} id={id} hint={hint}>
      <Select size="small" value={value} onValueChange={(next) => onChange(next as Value)}>
        <Select.Trigger id={id}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </Field>
  )
}

/** Yes or no. */
export function SwitchField({ label, value, onChange, hint }: FieldProps<boolean>) {
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-x-4">
      <div>
        <Label size="small" weight="plus" htmlFor={id}>
          {label}
        </Label>
        {hint && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {hint}
          </Text>
        )}
      </div>
      <Switch id={id} size="small" checked={value} onCheckedChange={onChange} />
    </div>
  )
}

/** Left, centred or right. */
export function AlignField({ value, onChange }: Pick<FieldProps<Align>, "value" | "onChange">) {
  const { t } = useTranslation("engage")
  return (
    <SelectField
      label={t("editor.field.align")}
      value={value}
      onChange={onChange}
      options={(["left", "center", "right"] as const).map((align) => ({
        value: align,
        label: t(`editor.align.${align}`),
      }))}
    />
  )
}

type ColorFieldProps = FieldProps<string | null> & {
  /** What `null` stands for, in words; without it a colour has to be chosen. */
  none?: string
}

/** A colour, or what is taken without one. */
export function ColorField({ label, value, onChange, hint, none }: ColorFieldProps) {
  const { t } = useTranslation("engage")
  const id = useId()
  return (
    <Field label={label} id={id} hint={hint}>
      <div className="flex items-center gap-x-2">
        <input
          id={id}
          type="color"
          value={value ?? "#ffffff"}
          onChange={(event) => onChange(event.target.value)}
          className="border-ui-border-base bg-ui-bg-field h-7 w-10 shrink-0 cursor-pointer rounded-md border p-0.5"
        />
        <Text size="small" className="text-ui-fg-subtle flex-1">
          {value ?? none}
        </Text>
        {none && value !== null && (
          <button
            type="button"
            className="txt-compact-small text-ui-fg-subtle underline"
            onClick={() => onChange(null)}
          >
            {t("editor.field.resetColor")}
          </button>
        )}
      </div>
    </Field>
  )
}
