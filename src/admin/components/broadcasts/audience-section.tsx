import { Plus, XMarkMini } from "@medusajs/icons"
import { Badge, Button, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast, Target } from "../../../types/broadcast"
import { type BroadcastInput } from "../../hooks/api/broadcasts"
import { useAudience } from "../../hooks/api/audiences"
import { useSegment } from "../../hooks/api/segments"
import { toggled } from "../../lib/toggled"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { FieldButton } from "../picker/field-button"
import { TargetPicker } from "../picker/target-picker"

type AudienceSectionProps = {
  broadcast: Broadcast
  segmentId: string | null
  excludeIds: string[]
  onChange: (changes: Partial<BroadcastInput>) => void
}

/** Whom the broadcast goes to: one segment or audience, less the people of others. */
export function AudienceSection({
  broadcast,
  segmentId,
  excludeIds,
  onChange,
}: AudienceSectionProps) {
  const { t } = useTranslation("engage")
  // The draft keeps ids only: what they stand for came with the broadcast or was picked since.
  const [known, setKnown] = useState(
    () =>
      new Map(
        [broadcast.segment ?? [], broadcast.exclude_segments].flat().map((one) => [one.id, one])
      )
  )
  const target = segmentId ? known.get(segmentId) : undefined
  const nameOf = (id: string) => known.get(id)?.name ?? id
  const note = (picked: Target) => setKnown((before) => new Map(before).set(picked.id, picked))

  const toggle = (id: string) => onChange({ exclude_segment_ids: toggled(excludeIds, id) })

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
          <TargetPicker
            label={t("broadcasts.segment")}
            selected={segmentId ? [segmentId] : []}
            onPick={(picked) => {
              note(picked)
              onChange({ segment_id: picked.id })
            }}
            trigger={
              <FieldButton
                empty={!segmentId}
                aria-label={t("broadcasts.segment")}
                className="min-h-8 w-full"
              >
                {segmentId ? nameOf(segmentId) : t("broadcasts.chooseSegment")}
              </FieldButton>
            }
          />
          {target ? (
            <TargetSize target={target} />
          ) : (
            <Text size="small" className="text-ui-fg-subtle">
              {t("broadcasts.noFittingSegment")}{" "}
              <Link
                to="/engage/segments/create"
                className="text-ui-tag-blue-text underline underline-offset-2 focus-visible:shadow-borders-focus rounded-sm outline-none"
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
                {nameOf(id)}
                <button
                  type="button"
                  aria-label={t("actions.remove", { name: nameOf(id) })}
                  onClick={() => toggle(id)}
                  className="text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
                >
                  <XMarkMini />
                </button>
              </Badge>
            ))}
            <TargetPicker
              several
              label={t("broadcasts.exclude")}
              selected={excludeIds}
              onPick={(picked) => {
                note(picked)
                toggle(picked.id)
              }}
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

/** How many people the broadcast would go to, and what makes them belong together. */
function TargetSize({ target }: { target: Target }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: segment } = useSegment(target.kind === "segment" ? target.id : undefined)
  const { data: audience } = useAudience(target.kind === "audience" ? target.id : undefined)
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {segment && (
        <>
          {segment.sentence}{" "}
          {segment.profiles !== null &&
            t("broadcasts.segmentSize", {
              people: format.number(segment.profiles),
              reachable: format.number(segment.reachable_email),
            })}
        </>
      )}
      {audience &&
        t("broadcasts.audienceSize", {
          people: format.number(audience.profiles),
          date: format.date(audience.taken_at),
        })}
    </Text>
  )
}
