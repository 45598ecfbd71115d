import { useTranslation } from "react-i18next"
import type { Broadcast } from "../../../types/broadcast"
import { useBroadcastReport } from "../../hooks/api/broadcasts"
import { StatusOf } from "../common/badges"
import { PageHeader } from "../common/page-header"
import { PageError, PageSkeleton } from "../common/states"
import { Time } from "../common/values"
import { CascadeResults } from "../cascade/cascade-results"
import { AboutSection } from "./about-section"
import { BroadcastControls } from "./broadcast-controls"
import { BroadcastMenu } from "./broadcast-menu"
import { CounterGrid } from "./counter-grid"
import { GoalBar } from "./goal-bar"
import { HoursSection } from "./hours-section"
import { LinksSection } from "./links-section"
import { LossesSection } from "./losses-section"
import { OrdersSection } from "./orders-section"
import { ProgressSection } from "./progress-section"
import { SeriesSection } from "./series-section"
import { StopCascade } from "./stop-cascade"
import { VariantsSection } from "./variants-section"

/** A started broadcast: how the sending goes, and what it brought. */
export function BroadcastResults({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const { data: report, error, refetch } = useBroadcastReport(broadcast)

  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader
        title={broadcast.name}
        badge={<StatusOf status={broadcast.status} />}
        description={
          <>
            {broadcast.segment && `${t("broadcasts.to", { segment: broadcast.segment.name })} · `}
            {t("broadcasts.started")} <Time at={broadcast.started_at} />
          </>
        }
        actions={
          <>
            <BroadcastControls broadcast={broadcast} />
            <BroadcastMenu broadcast={broadcast} />
          </>
        }
      />
      <ProgressSection broadcast={broadcast} />
      {broadcast.series_id && <SeriesSection broadcast={broadcast} />}
      {error && !report ? (
        <PageError error={error} onRetry={refetch} />
      ) : !report ? (
        <PageSkeleton blocks={[200, 320]} />
      ) : (
        <>
          {report.goal && <GoalBar goal={report.goal} currency={report.currency} />}
          {report.cascade.length > 0 && (
            <CascadeResults
              channels={report.cascade}
              currency={report.currency}
              actions={<StopCascade broadcast={broadcast} channels={report.cascade} />}
            />
          )}
          <CounterGrid broadcast={broadcast} report={report} />
          {report.ab && (
            <VariantsSection broadcast={broadcast} ab={report.ab} currency={report.currency} />
          )}
          <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_400px]">
            <div className="flex flex-col gap-y-3">
              <HoursSection timeline={report.timeline} />
              <OrdersSection report={report} rule={broadcast} />
              <LinksSection
                broadcastId={broadcast.id}
                links={report.links}
                opened={broadcast.channel === "sms" ? null : report.counters.opened}
              />
            </div>
            <div className="flex flex-col gap-y-3">
              <AboutSection broadcast={broadcast} report={report} />
              <LossesSection broadcastId={broadcast.id} report={report} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}
