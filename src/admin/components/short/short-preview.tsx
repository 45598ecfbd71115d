import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SendingChannel } from "../../../types/common"
import type { RenderedMessage } from "../../../types/content"

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
      <SmsBubble text={message.text} live={live} />
    </figure>
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
