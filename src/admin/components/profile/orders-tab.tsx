import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { OrdersBehind, ProfileOrder } from "../../../types/profile"
import { useProfileOrders } from "../../hooks/api/profiles"
import { useFormat } from "../../hooks/use-format"
import { EmptyState, ErrorState } from "../common/states"
import { Time } from "../common/values"
import { type Column, ListTable } from "../list/list-table"
import { SourceLink } from "../message/source-link"

type OrdersTabProps = {
  profileId: string
  behind: OrdersBehind | undefined
  onAll: () => void
}

const linkClass =
  "text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded-sm outline-none"

/** The person's orders with what led to them; with `behind` only those that a metric is made from. */
export function OrdersTab({ profileId, behind, onAll }: OrdersTabProps) {
  const { t } = useTranslation("engage")
  const orders = useProfileOrders(profileId, behind)
  const columns = useOrderColumns()
  const rows = orders.data?.pages.flatMap((page) => page.orders)

  if (orders.error && !rows) return <ErrorState error={orders.error} onRetry={orders.refetch} />
  return (
    <>
      {behind && (
        <div className="flex items-center justify-between gap-x-4 px-6 py-3">
          <Text size="small" className="text-ui-fg-subtle">
            {t(`profiles.orders.behind.${behind}`)}
          </Text>
          <Button size="small" variant="transparent" onClick={onAll}>
            {t("profiles.orders.all")}
          </Button>
        </div>
      )}
      {rows && !rows.length ? (
        <EmptyState
          title={t("profiles.orders.emptyTitle")}
          description={t("profiles.orders.emptyDescription")}
          action={behind ? { label: t("profiles.orders.all"), onClick: onAll } : undefined}
        />
      ) : (
        <ListTable
          label={t("profiles.orders.title")}
          columns={columns}
          rows={rows}
          rowKey={(order) => order.id}
          isFetching={orders.isFetching}
          skeletonRows={6}
        />
      )}
      {orders.hasNextPage && (
        <div className="flex justify-center border-t px-6 py-3">
          <Button
            size="small"
            variant="secondary"
            isLoading={orders.isFetchingNextPage}
            onClick={() => orders.fetchNextPage()}
          >
            {t("actions.loadMore")}
          </Button>
        </div>
      )}
    </>
  )
}

function useOrderColumns(): Column<ProfileOrder>[] {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return [
    {
      id: "number",
      header: t("profiles.orders.number"),
      cell: (order) =>
        order.source === "shop" ? (
          <Link to={`/orders/${order.id}`} className={linkClass}>
            #{order.number}
          </Link>
        ) : (
          order.number
        ),
    },
    {
      id: "placed_at",
      header: t("profiles.orders.placed"),
      cell: (order) => <Time at={order.placed_at} style="date" />,
    },
    {
      id: "status",
      header: t("profiles.orders.status"),
      cell: (order) => <Status order={order} />,
    },
    {
      id: "items",
      header: t("profiles.orders.items"),
      align: "right",
      cell: (order) => (
        <span title={order.lines.map((l) => `${l.quantity} × ${l.title}`).join("\n")}>
          {format.number(order.items)}
        </span>
      ),
    },
    {
      id: "net",
      header: t("profiles.orders.net"),
      align: "right",
      cell: (order) => format.money(order.net, order.currency),
    },
    {
      id: "assisted",
      header: t("profiles.orders.assisted"),
      cell: ({ assisted_by }) => (assisted_by ? <SourceLink source={assisted_by} /> : "–"),
    },
    {
      id: "origin",
      header: t("profiles.orders.origin"),
      className: "max-w-[180px] truncate",
      cell: (order) =>
        [order.source_code ?? order.sales_channel, order.utm, order.device]
          .filter(Boolean)
          .join(" · ") || "–",
    },
  ]
}

function Status({ order }: { order: ProfileOrder }) {
  const { t } = useTranslation("engage")
  if (order.status === "canceled")
    return (
      <Badge size="2xsmall" color="red">
        {t("profiles.timeline.cancelled")}
      </Badge>
    )
  return (
    <span className="flex gap-x-1">
      {order.source === "offline" && <Badge size="2xsmall">{t("profiles.orders.offline")}</Badge>}
      {order.refunded > 0 && (
        <Badge size="2xsmall" color="orange">
          {t("profiles.orders.refunded")}
        </Badge>
      )}
      {!order.counted && <Badge size="2xsmall">{t("profiles.orders.unpaid")}</Badge>}
      {order.counted && !order.refunded && order.source === "shop" && (
        <Badge size="2xsmall" color="green">
          {t("profiles.orders.counts")}
        </Badge>
      )}
    </span>
  )
}
