import { useTranslation } from "react-i18next"
import { useFields } from "../../../hooks/api/fields"
import { ChoiceInput } from "./inputs"

type FieldInputProps = {
  value: string
  onChange: (key: string) => void
  /** Only fields that hold a date. */
  dates?: boolean
  /** Fields of purchases instead of people. */
  purchases?: boolean
}

/** One of the shop's own fields of people, or of purchases. */
export function FieldInput({ value, onChange, dates, purchases }: FieldInputProps) {
  const { t } = useTranslation("engage")
  const { data: fields } = useFields()
  const own = (fields ?? []).filter(
    ({ scope, type }) =>
      scope === (purchases ? "purchase" : "profile") && (!dates || type === "date")
  )
  return (
    <ChoiceInput
      label={t("campaignTriggers.field.label")}
      hint={
        fields && !own.length
          ? t(`campaignTriggers.field.${purchases ? "noneOfOrders" : "none"}`)
          : undefined
      }
      placeholder={t("campaignTriggers.field.choose")}
      value={value}
      options={own.map(({ key, label }) => [key, label])}
      onChange={onChange}
    />
  )
}
