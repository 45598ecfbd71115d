import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { EntryTiming } from "../../../types/campaign"
import { useFormat } from "../../hooks/use-format"

/** When people come into a live campaign. */
export function EntryRow({ entry }: { entry: EntryTiming }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const said = () => {
    if (entry.how === "at_once") return t("campaigns.report.entryAtOnce")
    if (entry.how === "looked_for") {
      const often = t("campaigns.report.entryLooked", { count: entry.every_minutes })
      return `${often}, ${t("campaigns.report.entryNextLook", { time: format.time(entry.next_at) })}`
    }
    return entry.next_at
      ? t("campaigns.report.entryDate", { time: format.dateTime(entry.next_at) })
      : t("campaigns.report.entryOver")
  }
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-6 py-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t("campaigns.report.entry")}
      </Text>
      <Text size="small">{said()}</Text>
    </div>
  )
}
