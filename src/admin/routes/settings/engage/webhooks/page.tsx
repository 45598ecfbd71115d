import { Link as LinkIcon } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Webhook } from "../../../../../types/webhook"
import { Crumb } from "../../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../../components/common/states"
import { Time } from "../../../../components/common/values"
import { type Column, ListTable } from "../../../../components/list/list-table"
import { CreateWebhook } from "../../../../components/webhooks/create-webhook"
import { WebhookState } from "../../../../components/webhooks/webhook-state"
import { useWebhooks } from "../../../../hooks/api/webhooks"
import { useFormat } from "../../../../hooks/use-format"

const MANY = 1_000

const WebhooksPage = () => {
  const { t } = useTranslation("engage")
  const { data: webhooks, error, refetch, isFetching } = useWebhooks()
  const columns = useColumns()
  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading>{t("webhooks.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("webhooks.description")}
          </Text>
        </div>
        <CreateWebhook />
      </div>
      {error && !webhooks ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : webhooks && !webhooks.length ? (
        <EmptyState
          className="border-t"
          icon={<LinkIcon />}
          title={t("webhooks.emptyTitle")}
          description={t("webhooks.emptyDescription")}
        />
      ) : (
        <div className="border-t">
          <ListTable
            label={t("webhooks.title")}
            columns={columns}
            rows={webhooks}
            rowKey={(webhook) => webhook.id}
            href={(webhook) => `/settings/engage/webhooks/${webhook.id}`}
            isFetching={isFetching && !webhooks}
            skeletonRows={3}
          />
        </div>
      )}
    </Container>
  )
}

function useColumns(): Column<Webhook>[] {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const count = (number: number) =>
    number > MANY ? t("webhooks.many") : number ? format.number(number) : "–"
  return [
    {
      id: "url",
      header: t("webhooks.url"),
      cell: (webhook) => (
        <span className="flex flex-col">
          <Text as="span" size="small" leading="compact" weight="plus" className="break-all">
            {webhook.url}
          </Text>
          {webhook.description && (
            <Text as="span" size="xsmall" className="text-ui-fg-subtle">
              {webhook.description}
            </Text>
          )}
        </span>
      ),
    },
    {
      id: "state",
      header: t("webhooks.state.label"),
      cell: (webhook) => <WebhookState webhook={webhook} />,
    },
    {
      id: "last",
      header: t("webhooks.last"),
      cell: ({ last_delivery_at }) =>
        last_delivery_at ? <Time at={last_delivery_at} style="relative" /> : t("webhooks.never"),
    },
    {
      id: "waiting",
      header: t("webhooks.waiting"),
      align: "right",
      cell: (webhook) => count(webhook.waiting),
    },
    {
      id: "failed",
      header: t("webhooks.failed"),
      align: "right",
      cell: (webhook) => count(webhook.failed),
    },
  ]
}

export const handle = { breadcrumb: () => <Crumb label="webhooks.title" /> }

export default WebhooksPage
