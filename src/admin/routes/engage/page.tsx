import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PaperPlane } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../components/common/crumb"
import { FreshnessLine } from "../../components/common/freshness"
import { PageHeader } from "../../components/common/page-header"
import { PageError, PageSkeleton } from "../../components/common/states"
import { Checklist } from "../../components/overview/checklist"
import { DigestSection } from "../../components/overview/digest-section"
import { Headline } from "../../components/overview/headline"
import { LastBroadcasts } from "../../components/overview/last-broadcasts"
import { RfmGrid } from "../../components/overview/rfm-grid"
import { RfmGroups } from "../../components/overview/rfm-groups"
import { useOverview } from "../../hooks/api/overview"

const OverviewPage = () => {
  const { t } = useTranslation("engage")
  const { data: overview, error, refetch } = useOverview()

  if (error && !overview) return <PageError error={error} onRetry={refetch} />
  if (!overview) return <PageSkeleton blocks={[72, 96, 420, 240]} />

  return (
    <div className="flex flex-col gap-y-3">
      <PageHeader
        title={t("overview.title")}
        description={t("overview.description")}
        actions={<FreshnessLine freshness={overview.freshness} />}
      />
      <Headline overview={overview} />
      <DigestSection />
      <Checklist steps={overview.checklist} />
      <div className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_400px]">
        <RfmGrid overview={overview} />
        <RfmGroups overview={overview} />
      </div>
      <LastBroadcasts broadcasts={overview.broadcasts} />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.engage",
  translationNs: "engage",
  icon: PaperPlane,
  rank: 10,
})

export const handle = { breadcrumb: () => <Crumb label="menu.engage" /> }

export default OverviewPage
