import { ShoppingBag } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TimelineEntry } from "../../../types/timeline"
import { useFormat } from "../../hooks/use-format"
import { SourceLink } from "../message/source-link"
import { Card, linkClass } from "./timeline-entry"

/** An order on the timeline; it leads to Medusa's page of it. */
export function OrderCard({ order }: { order: TimelineEntry<"order"> }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const shown = order.items.slice(0, 4)
  return (
    <Card
      icon={<ShoppingBag />}
      at={order.at}
      title={
        order.source === "shop" ? (
          <Link to={`/orders/${order.order_id}`} className={linkClass}>
            {order.display_id === null
              ? t("profiles.timeline.order")
              : t("profiles.timeline.orderNumber", { number: order.display_id })}
          </Link>
        ) : (
          t("profiles.timeline.offline", { number: order.order_id.replace(/^offline:/, "") })
        )
      }
      aside={
        <>
          {order.status === "canceled" && (
            <Badge size="2xsmall" color="red">
              {t("profiles.timeline.cancelled")}
            </Badge>
          )}
          <span className="tabular-nums">{format.money(order.net, order.currency)}</span>
        </>
      }
    >
      <ul>
        {shown.map((line, index) => (
          <li key={index} className="flex justify-between gap-x-4">
            <span className="min-w-0 truncate">
              {line.quantity} × {line.title}
            </span>
            <span className="tabular-nums">{format.money(line.net, order.currency)}</span>
          </li>
        ))}
      </ul>
      {order.items.length > shown.length && (
        <span className="text-ui-fg-subtle">
          {t("profiles.timeline.moreItems", { count: order.items.length - shown.length })}
        </span>
      )}
      {order.refunded > 0 && (
        <span>
          {t("profiles.timeline.refunded", {
            amount: format.money(order.refunded, order.currency),
          })}
        </span>
      )}
      {order.assisted_by && (
        <span className="flex items-center gap-x-1 pt-1">
          {t("profiles.timeline.assistedBy")} <SourceLink source={order.assisted_by} />
        </span>
      )}
    </Card>
  )
}
