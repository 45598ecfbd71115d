import { useTranslation } from "react-i18next"
import type { UIMatch } from "react-router-dom"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../../components/common/crumb"
import { PageError, PageSkeleton } from "../../../../../components/common/states"
import { DeliveriesSection } from "../../../../../components/webhooks/deliveries-section"
import { WebhookHeader } from "../../../../../components/webhooks/webhook-header"
import { useWebhook } from "../../../../../hooks/api/webhooks"

const WebhookPage = () => {
  const { id = "" } = useParams()
  const { data: webhook, error, refetch } = useWebhook(id)
  if (error && !webhook) return <PageError error={error} onRetry={refetch} />
  if (!webhook) return <PageSkeleton blocks={[220, 320]} />
  return (
    <div className="flex flex-col gap-y-3">
      <WebhookHeader webhook={webhook} />
      <DeliveriesSection webhook={webhook} />
    </div>
  )
}

const WebhookCrumb = ({ id }: { id: string }) => {
  const { t } = useTranslation("engage")
  const { data } = useWebhook(id)
  return <>{data ? data.description || new URL(data.url).host : t("picker.loading")}</>
}

export const handle = {
  breadcrumb: (match?: UIMatch) =>
    match?.params.id ? <WebhookCrumb id={match.params.id} /> : <Crumb label="webhooks.title" />,
}

export default WebhookPage
