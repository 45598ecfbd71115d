import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { HourBars } from "../charts/hour-bars"
import { Section } from "../common/states"

const HOUR = 3_600_000
const MOST_BARS = 72

/** When people opened and clicked, hour by hour since the start; quiet hours between are shown as such. */
export function HoursSection({ timeline }: { timeline: BroadcastReport["timeline"] }) {
  const { t } = useTranslation("engage")
  return (
    <Section title={t("broadcasts.hours.title")}>
      <div className="px-6 py-4">
        {timeline.length ? (
          <HourBars
            label={t("broadcasts.hours.title")}
            bars={everyHour(timeline)}
            series={[
              { name: t("broadcasts.kind.opened"), color: "bg-ui-tag-blue-icon" },
              { name: t("broadcasts.kind.clicked"), color: "bg-ui-tag-green-icon" },
            ]}
          />
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {t("broadcasts.hours.empty")}
          </Text>
        )}
      </div>
    </Section>
  )
}

function everyHour(timeline: BroadcastReport["timeline"]) {
  const known = new Map(timeline.map((entry) => [new Date(entry.hour).getTime(), entry]))
  const times = [...known.keys()]
  const start = Math.min(...times)
  const hours = Math.min(MOST_BARS, Math.max(12, (Math.max(...times) - start) / HOUR + 1))
  return Array.from({ length: hours }, (_, index) => {
    const entry = known.get(start + index * HOUR)
    return {
      at: new Date(start + index * HOUR).toISOString(),
      values: [entry?.opened ?? 0, entry?.clicked ?? 0],
    }
  })
}
