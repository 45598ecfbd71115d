import { type UIMatch, useParams } from "react-router-dom"
import { CampaignEditor } from "../../../../components/campaigns/campaign-editor"
import { CampaignCrumb } from "../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../components/common/states"
import { useCampaign } from "../../../../hooks/api/campaigns"

const CampaignPage = () => {
  const { id = "" } = useParams()
  const { data: campaign, error, refetch } = useCampaign(id)
  if (error && !campaign) return <PageError error={error} onRetry={refetch} />
  if (!campaign) return <PageSkeleton blocks={[120, 480]} />
  return <CampaignEditor key={campaign.id} campaign={campaign} />
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <CampaignCrumb id={match?.params.id ?? ""} />,
}

export default CampaignPage
