import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAttributeValues } from "../../hooks/api/attributes"
import { useFollowGroup, useGroupDiff, useSegmentGroup } from "../../hooks/api/segments"
import { useFormat } from "../../hooks/use-format"
import { RowsSkeleton, Section } from "../common/states"
import { Time } from "../common/values"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"

/** The customer group of the shop that follows the segment: chosen after seeing what that would change. */
export function SegmentGroupSection({ id }: { id: string }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: group } = useSegmentGroup(id)
  const follow = useFollowGroup(id)
  const failed = (error: Error) => void toast.error(error.message)
  if (group === undefined) return null

  return (
    <Section title={t("segments.group.title")} description={t("segments.group.description")}>
      {group ? (
        <div className="flex flex-col gap-y-2 px-6 py-4">
          <div className="flex items-center justify-between gap-x-2">
            <Text size="small" weight="plus">
              {group.group_name ?? t("segments.group.gone")}
            </Text>
            <Button
              size="small"
              variant="transparent"
              disabled={follow.isPending}
              onClick={() =>
                follow.mutate(null, {
                  onSuccess: () => void toast.success(t("segments.group.stopped")),
                  onError: failed,
                })
              }
            >
              {t("segments.group.stop")}
            </Button>
          </div>
          {group.error && (
            <Text size="xsmall" role="alert" className="text-ui-fg-error">
              {group.error}
            </Text>
          )}
          <Text as="div" size="xsmall" className="text-ui-fg-subtle">
            {t("segments.group.synced")} <Time at={group.synced_at} style="relative" />
          </Text>
          <ul>
            {group.log.slice(0, 5).map(({ at, added, removed, error }) => (
              <li key={at} className="txt-compact-xsmall text-ui-fg-subtle flex justify-between">
                <Time at={at} />
                <span>
                  {error ??
                    t("segments.group.log", {
                      added: format.number(added),
                      removed: format.number(removed),
                    })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <ChooseGroup id={id} onFollow={(chosen) => follow.mutate(chosen, { onError: failed })} />
      )}
    </Section>
  )
}

function ChooseGroup({ id, onFollow }: { id: string; onFollow: (group: string) => void }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: groups } = useAttributeValues("customer_group", "", true)
  const { data: diff, error } = useGroupDiff(id, chosen)
  if (!groups) return <RowsSkeleton rows={1} />

  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      {groups.length ? (
        <Picker
          label={t("segments.group.choose")}
          options={groups.map(({ value, label }) => ({ value, label }))}
          selected={chosen ? [chosen] : undefined}
          onPick={setChosen}
          trigger={
            <FieldButton empty={!chosen}>
              {groups.find(({ value }) => value === chosen)?.label ?? t("segments.group.choose")}
            </FieldButton>
          }
        />
      ) : (
        <Text size="small" className="text-ui-fg-subtle">
          {t("segments.group.none")}
        </Text>
      )}
      {error && (
        <Text size="xsmall" role="alert" className="text-ui-fg-error">
          {error.message}
        </Text>
      )}
      {chosen && diff && (
        <>
          <Text size="small" role="status">
            {t("segments.group.diff", {
              add: format.number(diff.add),
              remove: format.number(diff.remove),
            })}
          </Text>
          <Button size="small" variant="secondary" onClick={() => onFollow(chosen)}>
            {t("segments.group.follow")}
          </Button>
        </>
      )}
    </div>
  )
}
