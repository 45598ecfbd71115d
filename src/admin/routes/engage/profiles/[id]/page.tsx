import type { UIMatch } from "react-router-dom"
import { useParams, useSearchParams } from "react-router-dom"
import { ProfileCrumb } from "../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../components/common/states"
import { AssignedSection } from "../../../../components/profile/assigned-section"
import { AudiencesSection } from "../../../../components/profile/audiences-section"
import { ConsentSection } from "../../../../components/profile/consent-section"
import { DevicesSection } from "../../../../components/profile/devices-section"
import { EventsSection } from "../../../../components/profile/events-section"
import { FactsSection } from "../../../../components/profile/facts-section"
import { MetricsSection } from "../../../../components/profile/metrics-section"
import { ProfileHeader } from "../../../../components/profile/profile-header"
import { PromoCodesSection } from "../../../../components/profile/promo-codes-section"
import { SegmentsSection } from "../../../../components/profile/segments-section"
import { TagsSection } from "../../../../components/profile/tags-section"
import { InterestsSection } from "../../../../components/profile/interests-section"
import { HistoryTabs } from "../../../../components/profile/history-tabs"
import { useProfile } from "../../../../hooks/api/profiles"

const ProfilePage = () => {
  const { id = "" } = useParams()
  const { data: profile, error, refetch } = useProfile(id)
  const [, setParams] = useSearchParams()

  if (error && !profile) return <PageError error={error} onRetry={refetch} />
  if (!profile) return <PageSkeleton blocks={[140, 480]} />

  return (
    <div key={id} className="flex flex-col gap-y-3">
      <ProfileHeader profile={profile} />
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[320px_minmax(0,1fr)] min-[1400px]:grid-cols-[300px_minmax(0,1fr)_320px] 2xl:grid-cols-[340px_minmax(0,1fr)_360px]">
        <div className="flex flex-col gap-y-3">
          <FactsSection profile={profile} />
          <MetricsSection
            profile={profile}
            onOrders={(behind) => setParams({ tab: "orders", behind })}
          />
          <AssignedSection metrics={profile.assigned} />
        </div>
        <div className="flex flex-col gap-y-3 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <HistoryTabs profileId={profile.id} />
          <EventsSection profileId={profile.id} />
        </div>
        <div className="flex flex-col gap-y-3 min-[1400px]:col-start-3 min-[1400px]:row-start-1">
          <TagsSection profile={profile} />
          <ConsentSection profile={profile} />
          <InterestsSection profileId={profile.id} />
          <SegmentsSection segments={profile.segments} />
          <AudiencesSection profile={profile} />
          <PromoCodesSection profileId={profile.id} />
          <DevicesSection profileId={profile.id} />
        </div>
      </div>
    </div>
  )
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <ProfileCrumb id={match?.params.id ?? ""} />,
}

export default ProfilePage
