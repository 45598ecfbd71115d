import { Container, Heading, Skeleton, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Rules } from "../../../rules/ast"
import { REACH_CHANNELS, showsReach, type Reach, type SegmentPreview } from "../../../types/segment"
import { useSegmentPreview } from "../../hooks/api/segments"
import { useDebounced } from "../../hooks/use-debounced"
import { useFormat } from "../../hooks/use-format"
import { DataAsOf } from "../common/freshness"
import { PersonCell } from "../common/person"
import { ErrorState } from "../common/states"

type PreviewPanelProps = {
  rules: Rules
  complete: boolean
  empty: boolean
  /** What the conditions that leave nobody are about; none while that is not known. */
  emptiedBy: string[]
}

/** Whom the rule finds right now: counted again shortly after each edit. */
export function PreviewPanel({ rules, complete, empty, emptiedBy }: PreviewPanelProps) {
  const { t } = useTranslation("engage")
  const settled = useDebounced(rules)
  // `complete` speaks of the newest rule, so an older one must not be sent on its word.
  const { data, error, refetch, isFetching } = useSegmentPreview(
    settled,
    complete && settled === rules
  )
  const stale = !complete || isFetching || settled !== rules

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("segments.preview.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle" role="status">
          {empty
            ? t("segments.preview.empty")
            : !complete
              ? t("segments.preview.incomplete")
              : stale
                ? t("segments.preview.counting")
                : t("segments.preview.live")}
        </Text>
      </div>
      {error && complete ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : empty ? null : data ? (
        <Preview preview={data} stale={stale} emptiedBy={emptiedBy} />
      ) : complete ? (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <Skeleton className="h-9 w-32" />
          <Skeleton className="h-5 w-full" />
          <Skeleton className="h-5 w-full" />
        </div>
      ) : null}
    </Container>
  )
}

const BY_NUMBER: readonly string[] = ["sms", "viber", "whatsapp"]

/** How many of them can be written to on each channel, and why the others cannot. */
function ReachList({ reach }: { reach: Reach }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const shown = REACH_CHANNELS.filter((channel) => showsReach(channel, reach[channel].reachable))
  return (
    <div className="px-6 py-4">
      <Text size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle pb-1.5">
        {t("segments.preview.reach")}
      </Text>
      <dl className="flex flex-col gap-y-2">
        {shown.map((channel) => {
          const { reachable, missing, invalid, unsubscribed } = reach[channel]
          return (
            <div key={channel} className="txt-compact-small grid grid-cols-[1fr_auto] gap-y-0.5">
              <dt className="text-ui-fg-subtle">{t(`segments.preview.${channel}`)}</dt>
              <dd className="text-ui-fg-base tabular-nums">{format.number(reachable)}</dd>
              <dd className="txt-compact-xsmall text-ui-fg-subtle col-span-2">
                {t("segments.preview.losses", {
                  context: BY_NUMBER.includes(channel) ? "phone" : undefined,
                  missing: format.number(missing),
                  invalid: format.number(invalid),
                  unsubscribed: format.number(unsubscribed),
                })}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

type PreviewProps = { preview: SegmentPreview; stale: boolean; emptiedBy: string[] }

function Preview({ preview, stale, emptiedBy }: PreviewProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { currency } = preview
  const numbers = [
    [t("segments.columns.revenue"), format.money(preview.revenue, currency)],
    [t("segments.columns.aov"), format.money(preview.aov, currency)],
    [t("segments.columns.ltv"), format.money(preview.ltv, currency)],
  ]

  return (
    <div className={clx("divide-y transition-opacity", stale && "opacity-50")}>
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <div className="flex items-baseline gap-x-2">
          <span
            data-testid="preview-count"
            className="text-ui-fg-base text-[32px] font-medium leading-10 tabular-nums"
          >
            {format.number(preview.count)}
          </span>
          <Text as="span" size="small" className="text-ui-fg-subtle">
            {t("segments.preview.ofBase", {
              count: preview.count,
              share: format.share(preview.base ? preview.count / preview.base : 0),
              base: format.number(preview.base),
            })}
          </Text>
        </div>
        <div className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full">
          <div
            className="bg-ui-fg-interactive h-full rounded-full transition-all"
            style={{ width: `${preview.base ? (preview.count / preview.base) * 100 : 0}%` }}
          />
        </div>
        <dl className="flex flex-col gap-y-1.5 pt-2">
          {numbers.map(([label, value]) => (
            <div key={label} className="txt-compact-small flex justify-between gap-x-4">
              <dt className="text-ui-fg-subtle">{label}</dt>
              <dd className="text-ui-fg-base tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <ReachList reach={preview.reach} />
      {preview.count === 0 && (
        <Text size="small" role="alert" className="text-ui-fg-error px-6 py-4">
          {emptiedBy.length
            ? t("segments.preview.emptied", { names: emptiedBy.join(", ") })
            : t("segments.preview.emptiedHint")}
        </Text>
      )}
      <div className="px-6 py-4">
        <Text size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle pb-1">
          {t("segments.preview.sentence")}
        </Text>
        <Text size="small" className="text-ui-fg-base">
          {preview.sentence}
        </Text>
      </div>
      {preview.sample.length > 0 && (
        <div className="py-3">
          <Text
            size="xsmall"
            leading="compact"
            weight="plus"
            className="text-ui-fg-subtle px-6 pb-1"
          >
            {t("segments.preview.sample")}
          </Text>
          <ul>
            {preview.sample.map((person) => (
              <li key={person.id}>
                <Link
                  to={`/engage/profiles/${person.id}`}
                  target="_blank"
                  rel="noreferrer"
                  className="hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus flex items-center justify-between gap-x-3 px-6 py-1.5 outline-none"
                >
                  <PersonCell person={person} />
                  <span className="txt-compact-small text-ui-fg-subtle shrink-0 tabular-nums">
                    {format.money(person.revenue, person.currency)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex items-center justify-between gap-x-4 px-6 py-3">
        <DataAsOf at={preview.data_as_of} />
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {t("segments.preview.took", { time: format.duration(preview.duration_ms) })}
        </Text>
      </div>
    </div>
  )
}
