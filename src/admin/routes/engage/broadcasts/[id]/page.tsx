import { type UIMatch, useParams } from "react-router-dom"
import { BroadcastDraft } from "../../../../components/broadcasts/broadcast-draft"
import { BroadcastResults } from "../../../../components/broadcasts/broadcast-results"
import { BroadcastCrumb } from "../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../components/common/states"
import { isOpen, useBroadcast } from "../../../../hooks/api/broadcasts"

const BroadcastPage = () => {
  const { id = "" } = useParams()
  const { data: broadcast, error, refetch } = useBroadcast(id)

  if (error && !broadcast) return <PageError error={error} onRetry={refetch} />
  if (!broadcast) return <PageSkeleton blocks={[96, 480]} />

  return isOpen(broadcast) ? (
    <BroadcastDraft key={`${id} ${broadcast.status}`} broadcast={broadcast} />
  ) : (
    <BroadcastResults key={id} broadcast={broadcast} />
  )
}

export const handle = {
  breadcrumb: (match?: UIMatch) => <BroadcastCrumb id={match?.params.id ?? ""} />,
}

export default BroadcastPage
