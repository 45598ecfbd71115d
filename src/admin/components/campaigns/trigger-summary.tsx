import { useTranslation } from "react-i18next"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { useFields } from "../../hooks/api/fields"
import { useShopCurrency } from "../../hooks/api/overview"
import { useSegment } from "../../hooks/api/segments"
import { useFormat } from "../../hooks/use-format"
import { triggerWords } from "../../lib/trigger-words"

/** What a trigger is set to, in words. */
export function TriggerSummary({ trigger }: { trigger: CampaignTrigger }) {
  const { t, i18n } = useTranslation("engage")
  const format = useFormat()
  const currency = useShopCurrency()
  const { data: fields } = useFields()
  const { data: segment } = useSegment(("segment_id" in trigger && trigger.segment_id) || undefined)
  return triggerWords(trigger, {
    t,
    money: (minor) => format.money(minor, currency),
    segment: segment?.name,
    field: (key) => fields?.find((one) => one.key === key)?.label ?? key,
    month: (no) =>
      new Date(Date.UTC(2026, no - 1, 15)).toLocaleDateString(i18n.language, { month: "long" }),
  })
}
