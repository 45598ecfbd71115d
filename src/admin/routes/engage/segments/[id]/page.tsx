import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, type UIMatch, useParams } from "react-router-dom"
import { StatusOf } from "../../../../components/common/badges"
import { SegmentCrumb } from "../../../../components/common/crumb"
import { PageHeader } from "../../../../components/common/page-header"
import { PageError, PageSkeleton, Section } from "../../../../components/common/states"
import { Time } from "../../../../components/common/values"
import { SegmentActions } from "../../../../components/segments/segment-actions"
import { SegmentDrafts } from "../../../../components/segments/segment-drafts"
import { SegmentGroupSection } from "../../../../components/segments/segment-group"
import { SegmentHistory } from "../../../../components/segments/segment-history"
import { SegmentMembers } from "../../../../components/segments/segment-members"
import { SegmentNumbers } from "../../../../components/segments/segment-numbers"
import { SegmentVersions } from "../../../../components/segments/segment-versions"
import { useSegment } from "../../../../hooks/api/segments"
import { useFormat } from "../../../../hooks/use-format"
import type { Segment } from "../../../../../types/segment"

const SegmentPage = () => {
  const { t } = useTranslation("engage")
  const { id = "" } = useParams()
  const { data: segment, error, refetch } = useSegment(id)

  if (error && !segment) return <PageError error={error} onRetry={refetch} />
  if (!segment) return <PageSkeleton blocks={[140, 480]} />

  return (
    <div key={id} className="flex flex-col gap-y-3">
      <PageHeader
        title={segment.name}
        badge={segment.archived_at && <StatusOf status="archived" />}
        description={segment.description || undefined}
        actions={<SegmentActions segment={segment} />}
      >
        <SegmentNumbers segment={segment} />
      </PageHeader>
      <SegmentDrafts id={id} version={segment.version} />
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_360px]">
        <SegmentMembers id={id} />
        <div className="flex flex-col gap-y-3">
          <RuleSection segment={segment} />
          <SegmentHistory segment={segment} />
          <SegmentGroupSection id={id} />
          <SegmentVersions id={id} />
          {segment.used_in.length > 0 && (
            <Section title={t("filing.usedIn")}>
              <ul className="divide-y">
                {segment.used_in.map((use) => (
                  <li key={use.id} className="flex items-center justify-between gap-x-4 px-6 py-3">
                    <Link
                      to={`/engage/${use.kind}s/${use.id}`}
                      className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus min-w-0 truncate rounded-md outline-none"
                    >
                      {use.name}
                    </Link>
                    <StatusOf status={use.status} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </div>
  )
}

function RuleSection({ segment }: { segment: Segment }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return (
    <Section
      title={t("segments.rule")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to={`/engage/segments/${segment.id}/edit`}>{t("segments.editRule")}</Link>
        </Button>
      }
    >
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Text size="small" className="text-ui-fg-base">
          {segment.sentence}
        </Text>
        {segment.error ? (
          <Text size="xsmall" role="alert" className="text-ui-fg-error">
            {segment.error}
          </Text>
        ) : (
          <Text as="div" size="xsmall" className="text-ui-fg-subtle">
            {segment.evaluated_at ? (
              <>
                {t("segments.counted")} <Time at={segment.evaluated_at} />{" "}
                {t("segments.took", { time: format.duration(segment.duration_ms) })}
                {segment.due_at && (
                  <>
                    {" · "}
                    {t("segments.nextRun")} <Time at={segment.due_at} />
                  </>
                )}
              </>
            ) : (
              t("segments.counting")
            )}
          </Text>
        )}
      </div>
    </Section>
  )
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <SegmentCrumb id={match?.params.id ?? ""} />,
}

export default SegmentPage
