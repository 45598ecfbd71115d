import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ProfileDetail } from "../../../types/profile"
import { EmptyState, Section } from "../common/states"
import { Time } from "../common/values"

/** The segments the person is in, and since when. */
export function SegmentsSection({ segments }: { segments: ProfileDetail["segments"] }) {
  const { t } = useTranslation("engage")
  return (
    <Section title={t("profiles.segments.title")}>
      {segments.length ? (
        <ul className="divide-y">
          {segments.map((segment) => (
            <li key={segment.id} className="flex items-center justify-between gap-x-4 px-6 py-3">
              <Link
                to={`/engage/segments/${segment.id}`}
                className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus min-w-0 truncate rounded-md outline-none"
              >
                {segment.name}
              </Link>
              <Text as="span" size="xsmall" className="text-ui-fg-subtle whitespace-nowrap">
                {t("profiles.segments.since")} <Time at={segment.entered_at} style="date" />
              </Text>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          className="min-h-[140px] py-6"
          title={t("profiles.segments.emptyTitle")}
          description={t("profiles.segments.emptyDescription")}
          action={{ label: t("segments.create"), to: "/engage/segments/create" }}
        />
      )}
    </Section>
  )
}
