import { ArrowDownMini, ArrowUpMini } from "@medusajs/icons"
import { InlineTip, Text, Tooltip, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  RFM_GROUPS,
  type MetricValue,
  type OrdersBehind,
  type ProfileDetail,
  type RfmGroup,
} from "../../../types/profile"
import { useFormat } from "../../hooks/use-format"
import type { Formatters } from "../../lib/format"
import { RfmBadge } from "../common/badges"
import { Section } from "../common/states"
import { Explained, Time } from "../common/values"

type MetricsSectionProps = {
  profile: ProfileDetail
  /** Shows the orders that a metric is made from. */
  onOrders: (behind: OrdersBehind) => void
}

/** Every metric of the person: its formula, its place among everybody's, and how it changed in 30 days. */
export function MetricsSection({ profile, onOrders }: MetricsSectionProps) {
  const { t } = useTranslation("engage")
  const asOf = profile.metrics[0]?.as_of

  return (
    <Section
      title={t("profiles.metrics.title")}
      description={
        asOf ? (
          <>
            {t("freshness.asOf")} <Time at={asOf} />
          </>
        ) : (
          t("profiles.metrics.description")
        )
      }
    >
      {profile.predictions !== "ready" && (
        <div className="px-6 py-4">
          <InlineTip label={t("profiles.metrics.predictions")}>
            {t(`profiles.metrics.${profile.predictions}`)}
          </InlineTip>
        </div>
      )}
      <dl className="flex flex-col py-2">
        {profile.metrics.map((metric) => (
          <Metric key={metric.key} metric={metric} onOrders={onOrders} />
        ))}
      </dl>
    </Section>
  )
}

function Metric({
  metric,
  onOrders,
}: {
  metric: MetricValue
  onOrders: MetricsSectionProps["onOrders"]
}) {
  const { t } = useTranslation("engage")
  const { behind } = metric
  const known = metric.value !== null && metric.value !== 0
  return (
    <div className="flex items-start justify-between gap-x-4 px-6 py-1.5">
      <dt>
        <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle">
          <Explained label={metric.label}>{metric.formula}</Explained>
        </Text>
      </dt>
      <dd className="txt-compact-small text-ui-fg-base flex shrink-0 flex-col items-end text-right tabular-nums">
        {behind && known ? (
          <button
            type="button"
            onClick={() => onOrders(behind)}
            aria-label={t("profiles.metrics.showOrders", { metric: metric.label })}
            className="focus-visible:shadow-borders-focus rounded-sm outline-none hover:underline"
          >
            <MetricValueText metric={metric} />
          </button>
        ) : (
          <MetricValueText metric={metric} />
        )}
        {known && <MetricNotes metric={metric} />}
      </dd>
    </div>
  )
}

/** A metric's value, in its own unit. */
function MetricValueText({ metric }: { metric: MetricValue }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const days = (count: number) => t("profiles.days", { count, value: format.decimal(count) })
  if (metric.key === "churn_band" && metric.value) return <>{t(`profiles.churn.${metric.value}`)}</>
  if (metric.unit === "label" && RFM_GROUPS.includes(metric.value as RfmGroup))
    return <RfmBadge group={metric.value as RfmGroup} />
  return <>{metricText(metric, format, days)}</>
}

/** Small print under a value: how many people have less, and what changed in 30 days. */
function MetricNotes({ metric }: { metric: MetricValue }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { value, before, percentile } = metric
  const change =
    typeof value === "number" && typeof before === "number" && metric.unit !== "days"
      ? value - before
      : 0
  const days = (count: number) => t("profiles.days", { count, value: format.decimal(count) })
  if (percentile === null && !change) return null
  return (
    <span className="txt-compact-xsmall text-ui-fg-subtle flex items-center gap-x-1.5">
      {change !== 0 && (
        <Tooltip
          content={t("profiles.metrics.before", {
            value: metricText({ ...metric, value: before }, format, days),
          })}
        >
          <span
            className={clx(
              "inline-flex items-center",
              change > 0 ? "text-ui-tag-green-text" : "text-ui-tag-red-text"
            )}
          >
            {change > 0 ? <ArrowUpMini aria-hidden /> : <ArrowDownMini aria-hidden />}
            <span className="sr-only">
              {t(change > 0 ? "profiles.metrics.up" : "profiles.metrics.down")}
            </span>
            {metricText({ ...metric, value: Math.abs(change) }, format, days)}
          </span>
        </Tooltip>
      )}
      {percentile !== null && (
        <Tooltip content={t("profiles.metrics.percentileHint", { percent: percentile })}>
          <span>{t("profiles.metrics.percentile", { percent: percentile })}</span>
        </Tooltip>
      )}
    </span>
  )
}

/** A metric's value as a person reads it, in its own unit. */
export function metricText(
  metric: Pick<MetricValue, "unit" | "value" | "currency">,
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
