import { Drawer, Skeleton, Tabs, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { StoredMessage } from "../../../types/message"
import { useMessage } from "../../hooks/api/messages"
import { MessageStateBadge } from "../common/badges"
import { Time } from "../common/values"
import type { SendingChannel } from "../../../types/common"
import { ShortPreview } from "../short/short-preview"
import { AttachedFiles } from "./attached-files"
import { DeliveryChecks } from "./delivery-checks"
import { MessageFrame } from "./message-frame"
import { SourceLink } from "./source-link"

type MessageDrawerProps = {
  id: string | undefined
  onClose: () => void
  /** In the outbox staff acts as the person: links work and count. */
  live?: boolean
}

/** One message as it was sent: as it looks, as plain text, with its headers and what happened to it. */
export function MessageDrawer({ id, onClose, live }: MessageDrawerProps) {
  const { t } = useTranslation("engage")
  const { data: message, error } = useMessage(id)

  return (
    <Drawer open={Boolean(id)} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content className="w-full max-w-[760px]">
        <Drawer.Header>
          <Drawer.Title className="truncate">
            {message?.subject || t("messages.message")}
          </Drawer.Title>
          <Drawer.Description className="truncate">
            {message ? t("messages.toLine", { to: message.to ?? "–" }) : t("picker.loading")}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex min-h-0 flex-1 flex-col gap-y-4 overflow-y-auto">
          {error && !message && id ? (
            <>
              <Text size="small" className="text-ui-fg-subtle">
                {t("messages.why.noCopy")}
              </Text>
              <DeliveryChecks message={{ id }} />
            </>
          ) : !message ? (
            <Skeleton className="h-full min-h-[400px] w-full rounded-lg" />
          ) : (
            <MessageContent message={message} live={live} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

/** Here the reason is what is looked for. */
const MISSED: StoredMessage["state"][] = ["skipped", "failed", "uncertain"]

function MessageContent({ message, live }: { message: StoredMessage; live?: boolean }) {
  const { t } = useTranslation("engage")
  const short = message.channel !== "email"
  const tabs = short
    ? (["html", "why", "events"] as const)
    : (["html", "why", "text", "headers", "events"] as const)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <MessageStateBadge state={message.state} />
        <Text as="span" size="small" className="text-ui-fg-subtle">
          <Time at={message.sent_at} />
        </Text>
        <PeopleLinks message={message} />
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t(live ? "messages.liveHint" : `messages.copy.${message.copy}`)}
      </Text>
      <AttachedFiles files={message.attachments} />
      <Tabs
        defaultValue={MISSED.includes(message.state) ? "why" : "html"}
        className="flex min-h-0 flex-1 flex-col gap-y-4"
      >
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Trigger key={tab} value={tab}>
              {t(`messages.tab.${tab}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="html" className="min-h-[420px] flex-1">
          {short ? (
            <ShortPreview
              channel={message.channel as SendingChannel}
              message={message}
              live={live}
            />
          ) : (
            <MessageFrame
              html={message.html}
              title={message.subject}
              live={live}
              className="shadow-elevation-card-rest h-full rounded-lg"
            />
          )}
        </Tabs.Content>
        <Tabs.Content value="why">
          <DeliveryChecks message={message} />
        </Tabs.Content>
        <Tabs.Content value="text">
          <Plain>{message.text}</Plain>
        </Tabs.Content>
        <Tabs.Content value="headers">
          <Plain>
            {Object.entries(message.headers)
              .map(([name, value]) => `${name}: ${value}`)
              .join("\n") || t("messages.noHeaders")}
          </Plain>
        </Tabs.Content>
        <Tabs.Content value="events">
          <Events events={message.events} />
        </Tabs.Content>
      </Tabs>
    </>
  )
}

function PeopleLinks({ message }: { message: StoredMessage }) {
  const { t } = useTranslation("engage")
  const linkClass =
    "txt-compact-small text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded-sm outline-none"
  return (
    <>
      <Link to={`/engage/profiles/${message.profile.id}`} className={linkClass}>
        {message.profile.name ?? message.profile.email ?? t("profiles.nameless")}
      </Link>
      {message.source && <SourceLink source={message.source} />}
    </>
  )
}

function Plain({ children }: { children: string }) {
  return (
    <pre
      tabIndex={0}
      className="bg-ui-bg-component shadow-elevation-card-rest text-ui-fg-base txt-compact-small focus-visible:shadow-borders-focus whitespace-pre-wrap break-words rounded-lg p-4 font-mono outline-none"
    >
      {children}
    </pre>
  )
}

function Events({ events }: { events: StoredMessage["events"] }) {
  const { t } = useTranslation("engage")
  if (!events.length) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("messages.noEvents")}
      </Text>
    )
  }
  return (
    <ul className="flex flex-col divide-y">
      {events.map((event, index) => (
        <li key={index} className="flex items-start justify-between gap-x-4 py-2">
          <Text as="div" size="small" className="text-ui-fg-base min-w-0">
            {t(`messages.event.${event.kind}`, { defaultValue: event.kind })}
            {event.verdict && event.verdict !== "human" && (
              <span className="text-ui-fg-subtle">
                {" "}
                · {t(`messages.verdict.${event.verdict}`, { defaultValue: event.verdict })}
              </span>
            )}
            {event.url && <span className="text-ui-fg-subtle block truncate">{event.url}</span>}
          </Text>
          <Text as="div" size="small" className="text-ui-fg-subtle whitespace-nowrap">
            <Time at={event.at} />
          </Text>
        </li>
      ))}
    </ul>
  )
}
