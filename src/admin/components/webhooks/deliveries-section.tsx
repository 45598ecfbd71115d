import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Webhook, WebhookDelivery } from "../../../types/webhook"
import { useWebhookDeliveries } from "../../hooks/api/webhooks"
import { useListParams } from "../../hooks/use-list-params"
import { EmptyState, ErrorState, Section } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { StatusFilter } from "../list/list-filters"
import { type Column, ListTable } from "../list/list-table"
import { DeliveryDrawer } from "./delivery-drawer"
import { DeliveryState } from "./delivery-state"
import { useEventName } from "./event-name"
import { ReplayFailed } from "./replay-failed"

const STATES = ["waiting", "done", "failed"] as const

/** What was sent to a webhook and what came of it. */
export function DeliveriesSection({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const state = params.param("status")
  const { data, error, refetch, isFetching } = useWebhookDeliveries(webhook.id, {
    state,
    limit: params.limit,
    cursor: params.cursor,
  })
  const columns = useColumns()
  const opened = params.param("call")
  const filtered = state ? "none" : "empty"

  return (
    <Section
      title={t("webhooks.log.title")}
      description={t("webhooks.log.description")}
      actions={
        <>
          <StatusFilter
            params={params}
            label={t("webhooks.log.filter")}
            any={t("webhooks.log.any")}
            options={STATES.map((value) => ({ value, label: t(`webhooks.delivery.${value}`) }))}
          />
          <ReplayFailed webhook={webhook} />
        </>
      }
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.deliveries.length ? (
        <EmptyState
          title={t(`webhooks.log.${filtered}Title`)}
          description={t(`webhooks.log.${filtered}Description`)}
        />
      ) : (
        <>
          <ListTable
            label={t("webhooks.log.title")}
            columns={columns}
            rows={data?.deliveries}
            rowKey={(delivery) => delivery.id}
            onOpen={(delivery) => params.open("call", delivery.id)}
            isFetching={isFetching && !data}
            skeletonRows={4}
          />
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.deliveries.length ?? 0}
          />
        </>
      )}
      {opened && (
        <DeliveryDrawer
          webhook={webhook.id}
          delivery={opened}
          onClose={() => params.open("call", undefined)}
        />
      )}
    </Section>
  )
}

function useColumns(): Column<WebhookDelivery>[] {
  const { t } = useTranslation("engage")
  const name = useEventName()
  return [
    {
      id: "what",
      header: t("webhooks.log.what"),
      cell: (delivery) => (
        <span className="flex flex-col">
          <Text as="span" size="small" leading="compact" weight="plus">
            {name(delivery.type)}
          </Text>
          <Text as="span" size="xsmall" className="text-ui-fg-subtle">
            {delivery.type}
          </Text>
        </span>
      ),
    },
    {
      id: "at",
      header: t("webhooks.log.at"),
      cell: (delivery) => <Time at={delivery.at} />,
    },
    {
      id: "state",
      header: t("webhooks.log.state"),
      cell: (delivery) => <DeliveryState delivery={delivery} />,
    },
    {
      id: "tries",
      header: t("webhooks.log.tries"),
      align: "right",
      cell: (delivery) => delivery.attempts,
    },
  ]
}
