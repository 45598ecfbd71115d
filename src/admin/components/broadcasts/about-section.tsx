import { Button, Input, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast } from "../../../types/broadcast"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { useTopics } from "../../hooks/api/topics"
import { useUpdateBroadcast } from "../../hooks/api/broadcasts"
import { useFormat } from "../../hooks/use-format"
import { plainLiquid } from "../../lib/liquid-text"
import { Section } from "../common/states"
import { Explained, Fact, Time } from "../common/values"

type AboutSectionProps = { broadcast: Broadcast; report: BroadcastReport }

const linkClass =
  "text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded-sm outline-none"

/** What was sent to whom, and the one thing that may change after the start: how long orders are credited. */
export function AboutSection({ broadcast, report }: AboutSectionProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: topics = [] } = useTopics()
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
          <Explained label={t("broadcasts.attributionDays")}>
            {t("broadcasts.formula.ordered")}
          </Explained>
        }
      >
        <AttributionDays broadcast={broadcast} computedAt={report.attribution.computed_at} />
      </Fact>
      <Fact label={t("broadcasts.about.counted")}>
        <Time at={report.counted_at} />
      </Fact>
    </Section>
  )
}

function AttributionDays({
  broadcast,
  computedAt,
}: {
  broadcast: Broadcast
  computedAt: string | null
}) {
  const { t } = useTranslation("engage")
  const [days, setDays] = useState(String(broadcast.attribution_days))
  const update = useUpdateBroadcast(broadcast.id)
  const value = Math.trunc(Number(days))
  const valid = value >= 1 && value <= 90
  const changed = valid && value !== broadcast.attribution_days

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!changed) return
    update.mutate(
      { attribution_days: value },
      {
        onSuccess: () => void toast.success(t("broadcasts.about.recomputed")),
        onError: (error) => void toast.error(error.message),
      }
    )
  }

  return (
    <form onSubmit={save} className="flex flex-col gap-y-1">
      <span className="flex items-center gap-x-2">
        <Input
          size="small"
          type="number"
          min={1}
          max={90}
          className="w-[72px]"
          aria-label={t("broadcasts.attributionDays")}
          aria-invalid={!valid}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
        {changed && (
          <Button size="small" variant="secondary" type="submit" isLoading={update.isPending}>
            {t("broadcasts.about.recompute")}
          </Button>
        )}
      </span>
      {computedAt && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {t("broadcasts.about.computed")} <Time at={computedAt} style="relative" />
        </Text>
      )}
    </form>
  )
}
