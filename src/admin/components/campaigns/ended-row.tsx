import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"

const SHOWN = 8

/** Why people’s ways have ended, the most frequent reason first. */
export function EndedRow({ ended }: { ended: Record<string, number> }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const reasons = Object.entries(ended).sort(([, a], [, b]) => b - a)
  if (!reasons.length) return null
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-6 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t("campaigns.report.ended")}
      </Text>
      {reasons.slice(0, SHOWN).map(([reason, people]) => (
        <Text key={reason} as="span" size="small" className="min-w-0 truncate">
          {t(`campaigns.reason.${reason}`, { defaultValue: reason })}{" "}
          <span className="text-ui-fg-subtle tabular-nums">{format.number(people)}</span>
        </Text>
      ))}
    </div>
  )
}
