import { DatePicker, Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ARITY, type Operator, type RuleValue, type ValueType } from "../../../rules/ast"
import type { AttributeInfo } from "../../../rules/describe"
import { AttributeField, CalendarParts, DayMonthField } from "./calendar-fields"
import { NumberField } from "./number-field"
import { useRules } from "./rule-context"
import { ValuesPicker } from "./values-picker"

type ValueEditorProps = {
  type: ValueType
  /** Where suggestions and options come from; a measure has none. */
  attribute?: AttributeInfo
  /** What a plain number counts. */
  unit?: string
  operator: Operator
  value: RuleValue | undefined
  invalid: boolean
  onChange: (value: RuleValue) => void
}

/** The value of a condition, with the field that fits its type and operator. */
export function ValueEditor({
  type,
  attribute,
  unit,
  operator,
  value,
  invalid,
  onChange,
}: ValueEditorProps) {
  const { t } = useTranslation("engage")
  const arity = ARITY[operator]

  if (arity === "none") return null
  if (arity === "many" && attribute) {
    return (
      <ValuesPicker
        attribute={attribute}
        values={(Array.isArray(value) ? value : []).map(String)}
        invalid={invalid}
        onChange={onChange}
      />
    )
  }
  if (arity === "days") {
    return (
      <NumberField
        kind="days"
        label={t("segments.builder.days")}
        suffix={t("segments.builder.days")}
        value={typeof value === "number" ? value : null}
        invalid={invalid}
        onChange={onChange}
      />
    )
  }
  if (arity === "share") {
    return (
      <NumberField
        kind="share"
        label={t("segments.builder.value")}
        suffix="%"
        value={typeof value === "number" ? value : null}
        invalid={invalid}
        onChange={onChange}
      />
    )
  }
  if (arity === "attribute" && attribute) {
    return <AttributeField attribute={attribute} value={value} onChange={onChange} />
  }
  if (arity === "day_month") return <DayMonthField value={value} onChange={onChange} />
  if (arity === "month" || arity === "weekday") {
    return (
      <CalendarParts
        part={arity}
        values={(Array.isArray(value) ? value : []).map(String)}
        invalid={invalid}
        onChange={onChange}
      />
    )
  }
  if (arity === "two") {
    const [from = null, to = null] = Array.isArray(value) ? value : []
    return (
      <span className="flex flex-wrap items-center gap-2">
        <OneValue
          type={type}
          unit={unit}
          value={from}
          invalid={invalid}
          onChange={(next) => onChange([next, to])}
        />
        <span className="txt-compact-small text-ui-fg-subtle">{t("segments.builder.and")}</span>
        <OneValue
          type={type}
          unit={unit}
          value={to}
          invalid={invalid}
          onChange={(next) => onChange([from, next])}
        />
      </span>
    )
  }
  return (
    <OneValue
      type={type}
      unit={unit}
      value={Array.isArray(value) ? null : ((value ?? null) as string | number | null)}
      invalid={invalid}
      onChange={onChange}
    />
  )
}

type OneValueProps = {
  type: ValueType
  unit?: string
  value: string | number | null
  invalid: boolean
  onChange: (value: string | number | null) => void
}

function OneValue({ type, unit, value, invalid, onChange }: OneValueProps) {
  const { t } = useTranslation("engage")
  const { currency } = useRules()

  switch (type) {
    case "number":
    case "money":
    case "share":
      return (
        <NumberField
          kind={type}
          currency={currency}
          label={t("segments.builder.value")}
          suffix={type === "money" ? currency.toUpperCase() : type === "share" ? "%" : unit}
          value={typeof value === "number" ? value : null}
          invalid={invalid}
          onChange={onChange}
        />
      )
    case "date":
      return <DateField value={typeof value === "string" ? value : null} onChange={onChange} />
    default:
      return (
        <Input
          size="small"
          className="w-[200px]"
          aria-label={t("segments.builder.value")}
          aria-invalid={invalid}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value || null)}
        />
      )
  }
}

type DateFieldProps = {
  value: string | null
  onChange: (value: string | null) => void
  label?: string
}

/** A calendar day, kept as `2026-01-31` so that no time zone can move it. */
export function DateField({ value, onChange, label }: DateFieldProps) {
  const { t } = useTranslation("engage")
  const [year, month, day] = (value ?? "").slice(0, 10).split("-").map(Number)
  const two = (part: number) => String(part).padStart(2, "0")

  return (
    <DatePicker
      size="small"
      className="w-[150px]"
      aria-label={label ?? t("segments.builder.date")}
      value={year && month && day ? new Date(year, month - 1, day) : null}
      onChange={(date) =>
        onChange(
          date ? `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` : null
        )
      }
    />
  )
}
