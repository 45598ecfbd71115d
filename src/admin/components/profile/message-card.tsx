import { CheckCircle, Envelope, ShoppingBag, XCircle } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TimelineEntry } from "../../../types/timeline"
import { useFormat } from "../../hooks/use-format"
import { MessageStateBadge } from "../common/badges"
import { SourceLink } from "../message/source-link"
import { Card, linkClass } from "./timeline-entry"

const BAD = ["bounced", "unsubscribed", "complained"]

/** A message on the timeline, with what followed it. */
export function MessageCard({
  message,
  onOpen,
}: {
  message: TimelineEntry<"message">
  onOpen: () => void
}) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const after = (at: string) =>
    t("profiles.timeline.later", {
      time: format.duration(Math.max(0, new Date(at).getTime() - new Date(message.at).getTime())),
    })
  const steps = [
    // What came back later had only seemed to arrive.
    ["delivered", message.bounced_at ? null : message.delivered_at],
    ["opened", message.opened_at],
    ["clicked", message.clicked_at],
    ["bounced", message.bounced_at],
    ["unsubscribed", message.unsubscribed_at],
    ["complained", message.complained_at],
  ] as const
  return (
    <Card
      icon={<Envelope />}
      at={message.at}
      title={
        <button type="button" onClick={onOpen} className={`${linkClass} text-left`}>
          {message.subject || t("messages.noSubject")}
        </button>
      }
      aside={<MessageStateBadge state={message.state} />}
    >
      {message.source && (
        <span>
          {t("profiles.timeline.sentBy")} <SourceLink source={message.source} />
        </span>
      )}
      {message.reason && (
        <span>{t(`broadcasts.reason.${message.reason}`, { defaultValue: message.reason })}</span>
      )}
      <ol className="flex flex-wrap gap-x-3" aria-label={t("profiles.timeline.response")}>
        {steps.map(
          ([step, at]) =>
            at && (
              <li key={step} className="inline-flex items-center gap-x-1">
                {BAD.includes(step) ? (
                  <XCircle className="text-ui-tag-red-icon size-3.5" aria-hidden />
                ) : (
                  <CheckCircle className="text-ui-tag-green-icon size-3.5" aria-hidden />
                )}
                {t(`messages.event.${step}`)} {after(at)}
              </li>
            )
        )}
        {message.orders.map((order) => (
          <li key={order.order_id} className="inline-flex items-center gap-x-1">
            <ShoppingBag className="text-ui-tag-green-icon size-3.5" aria-hidden />
            <Link to={`/orders/${order.order_id}`} className={linkClass}>
              {t("profiles.timeline.ordered", { amount: format.money(order.net, order.currency) })}
            </Link>
            {after(order.at)}
          </li>
        ))}
      </ol>
    </Card>
  )
}
