import { CheckCircle, Users, XCircle } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TimelineEntry, TimelineItem } from "../../../types/timeline"
import { ChangeCard } from "./change-card"
import { MessageCard } from "./message-card"
import { NumberCard } from "./number-card"
import { OrderCard } from "./order-card"
import { Card, linkClass, Place } from "./timeline-entry"
import { EventCard, VisitCard } from "./visit-card"

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

function ConsentCard({ entry }: { entry: TimelineEntry<"consent"> }) {
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

function SegmentCard({ entry }: { entry: TimelineEntry<"segment"> }) {
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
