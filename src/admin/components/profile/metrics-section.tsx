import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { RFM_GROUPS, type MetricValue, type RfmGroup } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import type { Formatters } from "../../lib/format"
import { RfmBadge } from "../common/badges"
import { Section } from "../common/states"
import { Explained } from "../common/values"

/** Every metric of the person; pointing at one tells how it is computed. */
export function MetricsSection({ metrics }: { metrics: MetricValue[] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const days = (count: number) => t("profiles.days", { count, value: format.decimal(count) })

  return (
    <Section title={t("profiles.metrics.title")} description={t("profiles.metrics.description")}>
      <dl className="flex flex-col py-2">
        {metrics.map((metric) => (
          <div key={metric.key} className="flex items-start justify-between gap-x-4 px-6 py-1.5">
            <dt>
              <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle">
                <Explained label={metric.label}>{metric.formula}</Explained>
              </Text>
            </dt>
            <dd className="txt-compact-small text-ui-fg-base shrink-0 text-right tabular-nums">
              {metric.unit === "label" && RFM_GROUPS.includes(metric.value as RfmGroup) ? (
                <RfmBadge group={metric.value as RfmGroup} />
              ) : (
                metricText(metric, format, days)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** A metric's value as a person reads it, in its own unit. */
export function metricText(
  metric: MetricValue,
  format: Formatters,
  days: (count: number) => string
): string {
  const { value } = metric
  if (value === null || value === "") return "–"
  switch (metric.unit) {
    case "money":
      return format.money(Number(value), metric.currency ?? "eur")
    case "share":
      return format.share(Number(value))
    case "date":
      return format.date(String(value))
    case "days":
      return days(Number(value))
    case "label":
      return String(value)
    default:
      return format.decimal(Number(value), 2)
  }
}
