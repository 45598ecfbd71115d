import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { RuleValue } from "../../../rules/ast"
import type { AttributeInfo } from "../../../rules/describe"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"
import { useRules } from "./rule-context"

/** Names of the months or of the days of the week, in the language of the admin; 1 January 2024 was a Monday. */
function partNames(part: "month" | "weekday", language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { [part]: "long", timeZone: "UTC" })
  return Array.from({ length: part === "month" ? 12 : 7 }, (_, i) =>
    format.format(new Date(part === "month" ? Date.UTC(2024, i, 1) : Date.UTC(2024, 0, i + 1)))
  )
}

type CalendarPartsProps = {
  part: "month" | "weekday"
  values: string[]
  invalid: boolean
  onChange: (values: string[]) => void
}

/** Chooses months or days of the week. */
export function CalendarParts({ part, values, invalid, onChange }: CalendarPartsProps) {
  const { t, i18n } = useTranslation("engage")
  const names = partNames(part, i18n.language)
  return (
    <Picker
      label={t("segments.builder.value")}
      several
      options={names.map((label, i) => ({ value: String(i + 1), label }))}
      selected={values}
      onPick={(value) =>
        onChange(
          values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
        )
      }
      trigger={
        <FieldButton empty={!values.length} invalid={invalid}>
          {values.map((value) => names[Number(value) - 1]).join(", ") || t("picker.choose")}
        </FieldButton>
      }
    />
  )
}

type FieldProps = { value: RuleValue | undefined; onChange: (value: RuleValue) => void }

/** A day and a month without a year, kept as MM-DD. */
export function DayMonthField({ value, onChange }: FieldProps) {
  const { t, i18n } = useTranslation("engage")
  const [month = "", day = ""] = typeof value === "string" ? value.split("-") : []
  const two = (part: number) => String(part).padStart(2, "0")
  return (
    <span className="flex items-center gap-2">
      <Select
        size="small"
        value={day || undefined}
        onValueChange={(next) => onChange(`${month || "01"}-${next}`)}
      >
        <Select.Trigger className="w-auto gap-x-2" aria-label={t("segments.builder.date")}>
          <Select.Value placeholder="–" />
        </Select.Trigger>
        <Select.Content>
          {Array.from({ length: 31 }, (_, i) => (
            <Select.Item key={i} value={two(i + 1)}>
              {i + 1}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <Select
        size="small"
        value={month || undefined}
        onValueChange={(next) => onChange(`${next}-${day || "01"}`)}
      >
        <Select.Trigger className="w-auto gap-x-2" aria-label={t("segments.builder.month")}>
          <Select.Value placeholder="–" />
        </Select.Trigger>
        <Select.Content>
          {partNames("month", i18n.language).map((name, i) => (
            <Select.Item key={name} value={two(i + 1)}>
              {name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </span>
  )
}

/** Another attribute of the same type to compare with. */
export function AttributeField({
  attribute,
  value,
  onChange,
}: FieldProps & { attribute: AttributeInfo }) {
  const { t } = useTranslation("engage")
  const { registry } = useRules()
  const lists = [registry.attributes, ...registry.collections.map((c) => c.attributes)]
  const peers = lists.find((list) => list.some(({ key }) => key === attribute.key)) ?? []
  const others = peers.filter(({ key, type }) => type === attribute.type && key !== attribute.key)
  return (
    <Picker
      label={t("segments.builder.value")}
      options={others.map(({ key, label, group }) => ({ value: key, label, group }))}
      selected={typeof value === "string" ? [value] : []}
      onPick={onChange}
      trigger={
        <FieldButton empty={!value}>
          {others.find(({ key }) => key === value)?.label ?? t("picker.choose")}
        </FieldButton>
      }
    />
  )
}
