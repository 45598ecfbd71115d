import { Plus, XMarkMini } from "@medusajs/icons"
import { Badge, Button, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast } from "../../../types/broadcast"
import { type BroadcastInput } from "../../hooks/api/broadcasts"
import { useSegment } from "../../hooks/api/segments"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { FieldButton } from "../picker/field-button"
import { SegmentPicker } from "../picker/segment-picker"

type AudienceSectionProps = {
  broadcast: Broadcast
  segmentId: string | null
  excludeIds: string[]
  onChange: (changes: Partial<BroadcastInput>) => void
}

/** Whom the broadcast goes to: one segment, less the people of others. */
export function AudienceSection({
  broadcast,
  segmentId,
  excludeIds,
  onChange,
}: AudienceSectionProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: segment } = useSegment(segmentId ?? undefined)
  const [names, setNames] = useState(
    () => new Map(broadcast.exclude_segments.map((excluded) => [excluded.id, excluded.name]))
  )

  const toggle = (id: string, name: string) => {
    setNames((before) => new Map(before).set(id, name))
    onChange({
      exclude_segment_ids: excludeIds.includes(id)
        ? excludeIds.filter((other) => other !== id)
        : [...excludeIds, id],
    })
  }

  return (
    <Section
      title={t("broadcasts.section.audience")}
      description={t("broadcasts.section.audienceHint")}
    >
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus">
            {t("broadcasts.segment")}
          </Label>
          <SegmentPicker
            label={t("broadcasts.segment")}
            selected={segmentId ? [segmentId] : []}
            onPick={({ id }) => onChange({ segment_id: id })}
            trigger={
              <FieldButton
                empty={!segmentId}
                aria-label={t("broadcasts.segment")}
                className="min-h-8 w-full"
              >
                {segmentId
                  ? (segment?.name ?? broadcast.segment?.name ?? "…")
                  : t("broadcasts.chooseSegment")}
              </FieldButton>
            }
          />
          {segmentId && segment ? (
            <Text size="small" className="text-ui-fg-subtle">
              {segment.sentence}{" "}
              {segment.profiles !== null &&
                t("broadcasts.segmentSize", {
                  people: format.number(segment.profiles),
                  reachable: format.number(segment.reachable_email),
                })}
            </Text>
          ) : (
            <Text size="small" className="text-ui-fg-subtle">
              {t("broadcasts.noFittingSegment")}{" "}
              <Link
                to="/engage/segments/create"
                className="text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded-sm outline-none"
              >
                {t("segments.create")}
              </Link>
            </Text>
          )}
        </div>
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus">
            {t("broadcasts.exclude")}
          </Label>
          <div className="flex flex-wrap items-center gap-1.5">
            {excludeIds.map((id) => (
              <Badge key={id} size="small" className="gap-x-1 pr-1">
                {names.get(id) ?? id}
                <button
                  type="button"
                  aria-label={t("actions.remove", { name: names.get(id) ?? id })}
                  onClick={() => toggle(id, names.get(id) ?? id)}
                  className="text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
                >
                  <XMarkMini />
                </button>
              </Badge>
            ))}
            <SegmentPicker
              several
              label={t("broadcasts.exclude")}
              selected={excludeIds}
              onPick={({ id, name }) => toggle(id, name)}
              trigger={
                <Button size="small" variant="transparent" type="button">
                  <Plus />
                  {t("broadcasts.addExclude")}
                </Button>
              }
            />
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("broadcasts.excludeHint")}
          </Text>
        </div>
      </div>
    </Section>
  )
}
