import { useTranslation } from "react-i18next"
import type { ProfileField } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import type { Formatters } from "../../lib/format"
import { Explained, Fact } from "../common/values"
import { Origin } from "./origin"

/** The shop's own fields of a person, with where each value came from. */
export function OwnFields({ fields }: { fields: ProfileField[] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const yesNo = { yes: t("fields.yes"), no: t("fields.no") }
  return fields.map((field) => (
    <Fact key={field.key} label={<Explained label={field.label}>{field.description}</Explained>}>
      <span className="text-ui-fg-base">{fieldText(field, format, yesNo)}</span>
      <Origin of={field.changed} />
    </Fact>
  ))
}

/** A field's value as a person reads it: choices by their labels, days and numbers in the reader's own form. */
export function fieldText(
  { type, options, value }: Pick<ProfileField, "type" | "options" | "value">,
  format: Formatters,
  { yes, no }: { yes: string; no: string }
): string {
  const label = (v: string) => options.find((option) => option.value === v)?.label ?? v
  if (value === null) return "–"
  if (Array.isArray(value)) return value.map(label).join(", ")
  if (typeof value === "boolean") return value ? yes : no
  if (type === "date") return format.day(String(value))
  if (typeof value === "number") return format.decimal(value, 4)
  return label(value)
}
