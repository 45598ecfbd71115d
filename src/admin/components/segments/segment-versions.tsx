import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRestoreSegment, useSegmentVersions } from "../../hooks/api/segments"
import { Section } from "../common/states"
import { Time } from "../common/values"

/** The rules a segment has had, each with a way back to it. */
export function SegmentVersions({ id }: { id: string }) {
  const { t } = useTranslation("engage")
  const { data: versions } = useSegmentVersions(id)
  const restore = useRestoreSegment(id)
  if (!versions || versions.length < 2) return null

  return (
    <Section title={t("segments.versions.title")}>
      <ul className="divide-y">
        {versions.map(({ version, sentence, at, actor }, index) => (
          <li key={version} className="flex items-start justify-between gap-x-4 px-6 py-3">
            <div className="min-w-0">
              <Text size="small">{sentence}</Text>
              <Text as="div" size="xsmall" className="text-ui-fg-subtle">
                <Time at={at} />
                {actor && ` · ${actor}`}
              </Text>
            </div>
            {index === 0 ? (
              <Text size="xsmall" className="text-ui-fg-subtle shrink-0">
                {t("segments.versions.current")}
              </Text>
            ) : (
              <Button
                size="small"
                variant="transparent"
                className="shrink-0 whitespace-nowrap"
                disabled={restore.isPending}
                onClick={() =>
                  restore.mutate(version, {
                    onSuccess: () => void toast.success(t("segments.versions.restored")),
                    onError: (error) => void toast.error(error.message),
                  })
                }
              >
                {t("segments.versions.restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
