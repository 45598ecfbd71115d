import { useTranslation } from "react-i18next"
import type { Segment } from "../../../types/segment"
import { useFormat } from "../../hooks/use-format"
import { Stat } from "../common/values"

/** How many people a segment holds, whom of them can be written to, and what they are worth. */
export function SegmentNumbers({ segment }: { segment: Segment }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { currency, profiles } = segment
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-4 px-6 py-4 md:grid-cols-3 xl:grid-cols-6">
      <Stat
        label={t("segments.columns.profiles")}
        value={format.number(profiles)}
        note={t("segments.ofBase", { share: format.share(segment.share) })}
      />
      <Stat
        label={t("segments.columns.reachable")}
        formula={t("segments.reachableFormula")}
        value={format.number(segment.reachable_email)}
        note={
          profiles && segment.reachable_email !== null
            ? t("segments.ofSegment", { share: format.share(segment.reachable_email / profiles) })
            : undefined
        }
      />
      <Stat label={t("segments.orders")} value={format.number(segment.orders)} />
      <Stat
        label={t("segments.columns.revenue")}
        formula={t("overview.revenueFormula")}
        value={format.money(segment.revenue, currency)}
      />
      <Stat
        label={t("segments.columns.aov")}
        formula={t("segments.aovFormula")}
        value={format.money(segment.aov, currency)}
      />
      <Stat
        label={t("segments.columns.ltv")}
        formula={t("segments.ltvFormula")}
        value={format.money(segment.ltv, currency)}
      />
    </div>
  )
}
