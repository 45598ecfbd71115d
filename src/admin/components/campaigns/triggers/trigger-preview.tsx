import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Rules } from "../../../../rules/ast"
import type { CampaignTrigger } from "../../../../types/campaign-trigger"
import { useTriggerPreview } from "../../../hooks/api/trigger-preview"
import { useDebounced } from "../../../hooks/use-debounced"
import { useFormat } from "../../../hooks/use-format"

type TriggerPreviewProps = { trigger: CampaignTrigger; rules: Rules | null }

/** How often it would have let people in lately. */
export function TriggerPreview({ trigger, rules }: TriggerPreviewProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data, isError } = useTriggerPreview(useDebounced(trigger), useDebounced(rules))
  if (isError) return null
  const people = data && format.number(data.people ?? 0)
  const words = () => {
    if (!data) return "…"
    if (data.problem) return t("campaignTriggers.preview.unset")
    if (data.times === null) return t("campaignTriggers.preview.unknown")
    if (!data.people) return t("campaignTriggers.preview.nobody")
    return data.times > data.people
      ? t("campaignTriggers.preview.times", { people, times: format.number(data.times) })
      : t("campaignTriggers.preview.people", { count: data.people, number: people })
  }
  return (
    <div className="bg-ui-bg-subtle rounded-lg px-3 py-2" aria-live="polite">
      <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
        {t("campaignTriggers.preview.title")}
      </Text>
      <Text size="small" leading="compact" className="text-ui-fg-base">
        {words()}
      </Text>
    </div>
  )
}
