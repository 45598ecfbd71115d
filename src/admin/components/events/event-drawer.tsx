import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { EventItem } from "../../../types/event"
import { useFormat } from "../../hooks/use-format"
import { eventMoney } from "../../lib/event-money"
import { Fact, Time } from "../common/values"
import { EventProperties } from "./event-properties"
import { SourceBadge } from "./source-badge"

/** One event with everything it carries. */
export function EventDrawer({ event, onClose }: { event?: EventItem; onClose: () => void }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const money = event && eventMoney(event, format)
  return (
    <Drawer open={Boolean(event)} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title className="truncate">{event?.name ?? t("events.one")}</Drawer.Title>
          <Drawer.Description>{t("events.immutable")}</Drawer.Description>
        </Drawer.Header>
        {event && (
          <Drawer.Body className="flex-1 overflow-y-auto p-0">
            <div className="divide-y">
              <Fact label={t("events.columns.at")}>
                <Time at={event.at} />
              </Fact>
              <Fact label={t("events.received")}>
                <Time at={event.received_at} />
              </Fact>
              <Fact label={t("events.columns.person")}>
                {event.profile ? (
                  <Link
                    to={`/engage/profiles/${event.profile.id}`}
                    className="text-ui-tag-blue-text focus-visible:shadow-borders-focus rounded-sm outline-none hover:underline"
                  >
                    {event.profile.name ?? t("profiles.nameless")}
                  </Link>
                ) : (
                  t("events.anonymous")
                )}
              </Fact>
              <Fact label={t("events.columns.source")}>
                <SourceBadge source={event.source} />
              </Fact>
              {money && <Fact label={t("events.money")}>{money}</Fact>}
              <Fact label={t("events.messageId")}>
                <span className="break-all font-mono">{event.message_id}</span>
              </Fact>
            </div>
            <div className="px-6 py-4">
              <EventProperties event={event} />
            </div>
          </Drawer.Body>
        )}
      </Drawer.Content>
    </Drawer>
  )
}
