import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SegmentSnapshot, TriggerPreview as Preview } from "../../../../types/campaign-preview"
import { type PreviewOf, useTriggerPreview } from "../../../hooks/api/trigger-preview"
import { useSegment } from "../../../hooks/api/segments"
import { useDebounced } from "../../../hooks/use-debounced"
import { useFormat } from "../../../hooks/use-format"

/** How often it would have let people in lately; of a date, whom its segment brings. */
export function TriggerPreview({ trigger, entry_rules, campaign_id, reentry }: PreviewOf) {
  const { t } = useTranslation("engage")
  const { data, isError } = useTriggerPreview({
    trigger: useDebounced(trigger),
    entry_rules: useDebounced(entry_rules),
    campaign_id,
    reentry,
  })
  if (isError) return null
  return (
    <div className="bg-ui-bg-subtle rounded-lg px-3 py-2" aria-live="polite">
      {data?.segment ? (
        <OfSegment segment={data.segment} />
      ) : (
        <>
          <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
            {t("campaignTriggers.preview.title")}
          </Text>
          <Text size="small" leading="compact" className="text-ui-fg-base">
            <Lately data={data} />
          </Text>
          {trigger.type === "segment_entered" && trigger.members && (
            <Members segment_id={trigger.segment_id} />
          )}
        </>
      )}
    </div>
  )
}

/** Those who come in at once, because they are in the segment already. */
function Members({ segment_id }: { segment_id: string }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: segment } = useSegment(segment_id || undefined)
  if (!segment?.profiles) return null
  return (
    <Text size="small" leading="compact" className="text-ui-fg-base pt-1">
      {t("campaignTriggers.preview.members", {
        count: segment.profiles,
        number: format.number(segment.profiles),
      })}
    </Text>
  )
}

function Lately({ data }: { data: Preview | undefined }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  if (!data) return "…"
  if (data.problem) return t("campaignTriggers.preview.unset")
  if (data.times === null) return t("campaignTriggers.preview.unknown")
  if (!data.people) return t("campaignTriggers.preview.nobody")
  const people = format.number(data.people)
  return data.times > data.people
    ? t("campaignTriggers.preview.times", { people, times: format.number(data.times) })
    : t("campaignTriggers.preview.people", { count: data.people, number: people })
}

/** Who is in the segment now, who of them was in before, and who would come at the next date. */
function OfSegment({ segment }: { segment: SegmentSnapshot }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { members, been_in, next_at, would_come } = segment
  const rows: [string, string][] = [
    [t("campaignTriggers.segmentNow.members"), format.number(members)],
    [t("campaignTriggers.segmentNow.beenIn"), format.number(been_in)],
    next_at
      ? [
          t("campaignTriggers.segmentNow.wouldCome", { time: format.dateTime(next_at) }),
          format.number(would_come),
        ]
      : [t("campaignTriggers.segmentNow.over"), format.number(0)],
  ]
  return (
    <dl className="flex flex-col gap-y-1">
      {rows.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-x-4">
          <dt className="txt-compact-small text-ui-fg-subtle">{label}</dt>
          <dd className="txt-compact-small text-ui-fg-base tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
