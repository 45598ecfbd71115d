import { useTranslation } from "react-i18next"
import type { QualityField } from "../../types/quality"
import { useFormat } from "./use-format"
import { useProviderName } from "./use-provider-name"

/** A value of a contact field as people read it. */
export function useQualityValue(): (field: QualityField, value: string | null) => string {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const providerName = useProviderName()
  return (field, value) => {
    if (value === null || value === "") return "–"
    if (field === "email_status" || field === "phone_status") return t(`quality.${value}`)
    if (field === "phone_type") return t(`profiles.detail.${value}`)
    if (field === "phone_operator_state") return t(`quality.operatorState.${value}`)
    if (field === "email_provider") return providerName(value)
    if (field === "time_zone_source")
      return t(`profiles.zoneSource.${value}`, { defaultValue: value })
    if (field === "time_zone_confidence") return t("profiles.facts.confidence", { percent: value })
    if (field === "country") return format.country(value)
    return value
  }
}
