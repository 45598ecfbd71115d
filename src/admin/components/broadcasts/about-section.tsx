import { Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast } from "../../../types/broadcast"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { useTopics } from "../../hooks/api/topics"
import { useUpdateBroadcast } from "../../hooks/api/broadcasts"
import { useFormat } from "../../hooks/use-format"
import { plainLiquid } from "../../lib/liquid-text"
import { AttributionField } from "../attribution/attribution-field"
import { Section } from "../common/states"
import { Explained, Fact, Time } from "../common/values"

/** How much of what was sent is known to have arrived or come back, and when the service last told something. */
function SettledFact({ report: { settled, counters } }: { report: BroadcastReport }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { people, provider, reports, last_report_at } = settled
  const name = t(`settings.provider.${provider}`, { defaultValue: provider })
  if (!counters.sent) return null
  return (
    <Fact
      label={
        <Explained label={t("broadcasts.settled.title")}>
          {t("broadcasts.settled.formula")}
        </Explained>
      }
    >
      {format.share(people / counters.sent)}
      {(last_report_at || people < counters.sent) && (
        <Text as="div" size="xsmall" className="text-ui-fg-subtle">
          {last_report_at ? (
            <>
              {t("broadcasts.settled.last", { name })} <Time at={last_report_at} style="relative" />
            </>
          ) : (
            t(reports ? "broadcasts.settled.never" : "broadcasts.settled.unheard", { name })
          )}
        </Text>
      )}
    </Fact>
  )
}

type AboutSectionProps = { broadcast: Broadcast; report: BroadcastReport }

const linkClass =
  "text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded-sm outline-none"

/** What was sent to whom, and the one thing that may change after the start: how long orders are credited. */
export function AboutSection({ broadcast, report }: AboutSectionProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: topics = [] } = useTopics()
  const update = useUpdateBroadcast(broadcast.id)
  return (
    <Section title={t("broadcasts.about.title")}>
      <Fact label={t("broadcasts.segment")}>
        {broadcast.segment ? (
          <Link
            to={`/engage/${broadcast.segment.kind}s/${broadcast.segment.id}`}
            className={linkClass}
          >
            {broadcast.segment.name}
          </Link>
        ) : (
          "–"
        )}
      </Fact>
      {broadcast.exclude_segments.length > 0 && (
        <Fact label={t("broadcasts.exclude")}>
          {broadcast.exclude_segments.map((segment) => segment.name).join(", ")}
        </Fact>
      )}
      <Fact label={t("broadcasts.template")}>
        {broadcast.template ? (
          <Link to={`/engage/templates/${broadcast.template.id}`} className={linkClass}>
            {broadcast.template.name}
          </Link>
        ) : (
          "–"
        )}
      </Fact>
      {report.versions.length > 0 && (
        <Fact label={t("broadcasts.about.versions")}>
          <ol className="flex flex-col gap-y-2">
            {report.versions.map(({ at, subject, sent }) => (
              <li key={at}>
                {plainLiquid(subject)}
                <Text as="div" size="xsmall" className="text-ui-fg-subtle">
                  {t("broadcasts.about.version", { count: sent, number: format.number(sent) })}{" "}
                  <Time at={at} />
                </Text>
              </li>
            ))}
          </ol>
        </Fact>
      )}
      <Fact label={t("broadcasts.topic")}>
        {topics.find((topic) => topic.key === broadcast.topic)?.name ?? broadcast.topic}
      </Fact>
      <Fact label={t("broadcasts.about.finished")}>
        <Time at={broadcast.finished_at} />
      </Fact>
      <Fact
        label={
          <Explained label={t("attribution.title")}>{t("broadcasts.formula.ordered")}</Explained>
        }
      >
        <AttributionField
          value={{ days: broadcast.attribution_days, terms: broadcast.attribution_terms }}
          id={broadcast.id}
          onSave={async ({ days, terms }) => {
            await update.mutateAsync({ attribution_days: days, attribution_terms: terms })
            toast.success(t("broadcasts.about.recomputed"))
          }}
        />
        {report.attribution.computed_at && (
          <Text as="div" size="xsmall" className="text-ui-fg-subtle pt-1">
            {t("broadcasts.about.computed")}{" "}
            <Time at={report.attribution.computed_at} style="relative" />
          </Text>
        )}
      </Fact>
      <SettledFact report={report} />
      <Fact label={t("broadcasts.about.counted")}>
        <Time at={report.counted_at} />
      </Fact>
    </Section>
  )
}
