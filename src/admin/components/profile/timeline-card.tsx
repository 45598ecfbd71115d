import {
  ChartBar,
  CheckCircle,
  Envelope,
  PencilSquare,
  ShoppingBag,
  Users,
  XCircle,
} from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TimelineItem } from "../../../types/timeline"
import { useFormat } from "../../hooks/use-format"
import { MessageStateBadge } from "../common/badges"
import { NumberCard } from "./number-card"
import { Card, linkClass, Place } from "./timeline-entry"
import { EventCard, VisitCard } from "./visit-card"
import { SourceLink } from "../message/source-link"

type TimelineCardProps = {
  item: TimelineItem
  /** Address of this entry, for passing it on. */
  link: string
  /** Whether the page was opened for this entry. */
  marked: boolean
  onMessage: (id: string) => void
}

/** One entry of the timeline. Orders lead to Medusa's order page, messages open their copy, times to the entry itself. */
export function TimelineCard({ link, marked, ...props }: TimelineCardProps) {
  return (
    <Place.Provider value={{ link, marked }}>
      <Entry {...props} />
    </Place.Provider>
  )
}

function Entry({ item, onMessage }: Pick<TimelineCardProps, "item" | "onMessage">) {
  switch (item.kind) {
    case "order":
      return <OrderCard order={item} />
    case "message":
      return <MessageCard message={item} onOpen={() => onMessage(item.id)} />
    case "consent":
      return <ConsentCard entry={item} />
    case "segment":
      return <SegmentCard entry={item} />
    case "visit":
      return <VisitCard visit={item.visit} />
    case "event":
      return <EventCard event={item.event} />
    case "number":
      return <NumberCard entry={item} />
    case "metric":
    case "change":
      return <ChangeCard entry={item} />
  }
}

type Of<Kind extends TimelineItem["kind"]> = Extract<TimelineItem, { kind: Kind }>

function OrderCard({ order }: { order: Of<"order"> }) {
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

function MessageCard({ message, onOpen }: { message: Of<"message">; onOpen: () => void }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const after = (at: string) =>
    t("profiles.timeline.later", {
      time: format.duration(Math.max(0, new Date(at).getTime() - new Date(message.at).getTime())),
    })
  const steps = [
    ["delivered", message.delivered_at],
    ["opened", message.opened_at],
    ["clicked", message.clicked_at],
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
                <CheckCircle className="text-ui-tag-green-icon size-3.5" aria-hidden />
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

function ConsentCard({ entry }: { entry: Of<"consent"> }) {
  const { t } = useTranslation("engage")
  return (
    <Card
      icon={entry.state === "unsubscribed" ? <XCircle /> : <CheckCircle />}
      at={entry.at}
      title={`${t(`channel.${entry.channel}`)} · ${entry.topic_name}: ${t(`consent.${entry.state}`)}`}
    >
      <span>
        {t(`profiles.consent.method.${entry.method}`, { defaultValue: entry.method })}
        {entry.reason && ` · ${entry.reason}`}
      </span>
    </Card>
  )
}

function SegmentCard({ entry }: { entry: Of<"segment"> }) {
  const { t } = useTranslation("engage")
  return (
    <Card
      icon={<Users />}
      at={entry.at}
      title={
        <>
          {t(entry.entered ? "profiles.timeline.entered" : "profiles.timeline.left")}{" "}
          <Link to={`/engage/segments/${entry.segment.id}`} className={linkClass}>
            {entry.segment.name}
          </Link>
        </>
      }
    />
  )
}

function ChangeCard({ entry }: { entry: Of<"metric" | "change"> }) {
  const { t } = useTranslation("engage")
  const { change } = entry
  const label = t(`profiles.attribute.${change.key}`, { defaultValue: change.label })
  return (
    <Card
      icon={entry.kind === "metric" ? <ChartBar /> : <PencilSquare />}
      at={entry.at}
      title={
        change.key === "tag" ? (
          t(`profiles.timeline.${change.new ? "tagGiven" : "tagTaken"}`, {
            tag: change.new ?? change.old,
          })
        ) : (
          <>
            {label}: <ChangedValue value={change.old} change={change} /> →{" "}
            <ChangedValue value={change.new} change={change} />
          </>
        )
      }
    >
      <ChangeOrigin change={change} />
    </Card>
  )
}

/** What changed a value, and why; a campaign is led to. */
function ChangeOrigin({
  change: { source, reason },
}: {
  change: Of<"metric" | "change">["change"]
}) {
  const { t } = useTranslation("engage")
  if (reason?.startsWith("cmp_"))
    return (
      <Link to={`/engage/campaigns/${reason}`} className={linkClass}>
        {t("profiles.changeSource.campaign")}
      </Link>
    )
  return (
    <span>
      {t(`profiles.changeSource.${source}`, { defaultValue: source })}
      {reason && ` · ${reason}`}
    </span>
  )
}

/** A value of the history in words: groups and levels by their names, lists with commas. */
function ChangedValue({ value, change }: { value: string | null; change: { key: string } }) {
  const { t } = useTranslation("engage")
  if (value === null || value === "") return <>{t("profiles.timeline.nothing")}</>
  if (change.key === "rfm_group") return <>{t(`rfm.${value}.name`, { defaultValue: value })}</>
  if (change.key === "churn_band")
    return <>{t(`profiles.churn.${value}`, { defaultValue: value })}</>
  if (value.startsWith("[")) return <>{(JSON.parse(value) as string[]).join(", ")}</>
  return <>{value}</>
}
