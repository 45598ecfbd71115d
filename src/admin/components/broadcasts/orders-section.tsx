import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Broadcast } from "../../../types/broadcast"
import type { BroadcastReport } from "../../../types/broadcast-report"
import { useFormat } from "../../hooks/use-format"
import { useAttributionWords } from "../attribution/use-attribution-words"
import { EmptyState, Section } from "../common/states"
import { PersonCell } from "../common/person"
import { Time } from "../common/values"
import { type Column, ListTable } from "../list/list-table"

type Order = BroadcastReport["orders"][number]
type OrdersSectionProps = {
  report: BroadcastReport
  rule: Pick<Broadcast, "attribution_days" | "attribution_terms">
}

/** The orders credited to the broadcast; each leads to Medusa's order page. */
export function OrdersSection({ report, rule }: OrdersSectionProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const words = useAttributionWords()

  const columns: Column<Order>[] = [
    {
      id: "order",
      header: t("broadcasts.orders.order"),
      cell: (order) => (
        <span className="flex flex-col">
          {order.display_id === null ? t("profiles.timeline.order") : `#${order.display_id}`}
          <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle">
            <Time at={order.placed_at} />
          </Text>
        </span>
      ),
    },
    {
      id: "person",
      header: t("profiles.columns.person"),
      cell: (order) => (
        <Link
          to={`/engage/profiles/${order.profile.id}`}
          className="focus-visible:shadow-borders-focus block rounded-md outline-none"
        >
          <PersonCell person={order.profile} />
        </Link>
      ),
    },
    {
      id: "touch",
      header: t("broadcasts.orders.touch"),
      cell: (order) => <Badge size="2xsmall">{t(`broadcasts.kind.${order.touch}`)}</Badge>,
    },
    {
      id: "source",
      header: t("broadcasts.orders.source"),
      cell: (order) => <Source order={order} />,
    },
    {
      id: "net",
      header: t("profiles.columns.revenue"),
      align: "right",
      cell: (order) => format.money(order.net, order.currency),
    },
  ]

  return (
    <Section
      title={t("broadcasts.orders.title")}
      description={words({ days: rule.attribution_days, terms: rule.attribution_terms })}
    >
      {report.orders.length ? (
        <ListTable
          label={t("broadcasts.orders.title")}
          columns={columns}
          rows={report.orders}
          rowKey={(order) => order.order_id}
          href={(order) => `/orders/${order.order_id}`}
        />
      ) : (
        <EmptyState
          className="min-h-[140px] py-6"
          title={t("broadcasts.orders.emptyTitle")}
          description={t("broadcasts.orders.emptyDescription")}
        />
      )}
    </Section>
  )
}

/** Where an order came from: the channel or code of the shop, and below it the visit. */
function Source({ order: { sales_channel, source_code, utm, device } }: { order: Order }) {
  const visit = [utm, device].filter(Boolean).join(" · ")
  return (
    <span className="flex max-w-[160px] flex-col">
      <span className="truncate">
        {[sales_channel, source_code].filter(Boolean).join(" · ") || "–"}
      </span>
      {visit && (
        <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle truncate">
          {visit}
        </Text>
      )}
    </span>
  )
}
