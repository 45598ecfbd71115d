import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AssignedMetric } from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import { Sparkline } from "../charts/sparkline"
import { Section } from "../common/states"
import { Explained, Time } from "../common/values"

/** Metrics that other systems assign, with the run of their values. */
export function AssignedSection({ metrics }: { metrics: AssignedMetric[] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  if (!metrics.length) return null
  const text = ({ type, value }: AssignedMetric) => {
    if (value === null) return "–"
    return type === "date"
      ? format.day(String(value))
      : type === "number"
        ? format.decimal(Number(value), 4)
        : value
  }
  return (
    <Section title={t("profiles.assigned.title")} description={t("profiles.assigned.description")}>
      <dl className="flex flex-col py-2">
        {metrics.map((metric) => (
          <div key={metric.key} className="flex items-start justify-between gap-x-4 px-6 py-1.5">
            <dt className="txt-compact-small text-ui-fg-subtle">
              <Explained label={metric.label}>{metric.description}</Explained>
            </dt>
            <dd className="txt-compact-small text-ui-fg-base flex flex-col items-end text-right tabular-nums">
              {text(metric)}
              {metric.at && (
                <Text as="span" size="xsmall" className="text-ui-fg-subtle">
                  <Time at={metric.at} style="date" />
                </Text>
              )}
              {metric.type === "number" && metric.history.length > 1 && (
                <Sparkline
                  label={t("profiles.assigned.history", { metric: metric.label })}
                  height={40}
                  points={metric.history.flatMap(({ at, value }) =>
                    value === null ? [] : [{ at, value: Number(value) }]
                  )}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
