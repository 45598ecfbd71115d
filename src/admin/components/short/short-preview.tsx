import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SendingChannel } from "../../../types/common"
import type { MessageCard, RenderedMessage } from "../../../types/content"
import { ChatMessage } from "./chat-message"
import { PushNotice } from "./push-notice"

const CHATS: SendingChannel[] = ["viber", "whatsapp", "telegram"]

type ShortPreviewProps = {
  channel: SendingChannel
  message: Pick<RenderedMessage, "subject" | "text" | "card">
  /** Whether links lead somewhere. */
  live?: boolean
  className?: string
}

/** A short message about as its channel shows it. */
export function ShortPreview({ channel, message, live, className }: ShortPreviewProps) {
  const { t } = useTranslation("engage")
  return (
    <figure
      aria-label={t("short.preview.label", { channel: t(`channel.${channel}`) })}
      className={clx(
        "bg-ui-bg-subtle flex justify-center overflow-y-auto rounded-lg px-4 py-8",
        className
      )}
    >
      {!message.card ? (
        <SmsBubble text={message.text} live={live} />
      ) : channel === "push" ? (
        <PushNotice {...message} card={message.card} />
      ) : CHATS.includes(channel) ? (
        <ChatMessage text={message.text} card={message.card} />
      ) : (
        <ShopCard {...message} card={message.card} />
      )}
    </figure>
  )
}

type ShopCardProps = { subject: string; text: string; card: MessageCard }

/** A message in the corner of a shop's page. */
function ShopCard({ subject, text, card }: ShopCardProps) {
  return (
    <div className="bg-ui-bg-component shadow-elevation-modal w-full max-w-[320px] self-start overflow-hidden rounded-xl">
      {card.image && <img src={card.image} alt="" className="max-h-[180px] w-full object-cover" />}
      <div className="flex flex-col gap-y-1 p-4">
        <Text
          as="div"
          weight="plus"
          className={clx("text-ui-fg-base break-words", card.link && "underline")}
        >
          {subject}
        </Text>
        <Text as="div" size="small" className="text-ui-fg-base whitespace-pre-line break-words">
          {text}
        </Text>
        <div className="flex flex-wrap gap-2 pt-2">
          {card.buttons.map(({ label }, at) => (
            <span
              key={at}
              className="txt-compact-small-plus bg-ui-button-inverted text-ui-fg-on-inverted rounded-md px-3 py-1.5"
            >
              {label}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

const LINK = /(https?:\/\/\S+)/

function SmsBubble({ text, live }: { text: string; live?: boolean }) {
  return (
    <div className="w-full max-w-[300px]">
      <Text
        as="div"
        size="small"
        className="bg-ui-bg-component shadow-elevation-card-rest text-ui-fg-base whitespace-pre-wrap break-words rounded-2xl rounded-bl-sm px-4 py-3"
      >
        {text.split(LINK).map((part, at) =>
          live && at % 2 ? (
            <a key={at} href={part} target="_blank" rel="noreferrer" className="underline">
              {part}
            </a>
          ) : (
            part
          )
        )}
      </Text>
    </div>
  )
}
