import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MessageCard } from "../../../types/content"

type PushNoticeProps = { subject: string; text: string; card: MessageCard }

/** A push message about as a desktop shows it. */
export function PushNotice({ subject, text, card }: PushNoticeProps) {
  const { t } = useTranslation("engage")
  const buttons = card.buttons.filter(({ label, url }) => label && url)
  return (
    <div className="bg-ui-bg-component shadow-elevation-modal w-full max-w-[340px] self-start overflow-hidden rounded-xl">
      <div className="flex flex-col gap-y-1 p-4">
        <Text as="div" size="xsmall" className="text-ui-fg-subtle flex justify-between gap-x-2">
          <span>{window.location.hostname}</span>
          <span>{t("short.push.now")}</span>
        </Text>
        <Text as="div" weight="plus" className="text-ui-fg-base line-clamp-2 break-words">
          {subject}
        </Text>
        <Text
          as="div"
          size="small"
          className="text-ui-fg-base line-clamp-4 whitespace-pre-line break-words"
        >
          {text}
        </Text>
      </div>
      {card.image && <img src={card.image} alt="" className="max-h-[180px] w-full object-cover" />}
      {buttons.length > 0 && (
        <div className="divide-ui-border-base border-ui-border-base grid auto-cols-fr grid-flow-col divide-x border-t">
          {buttons.map(({ label }, at) => (
            <Text
              key={at}
              as="span"
              size="small"
              weight="plus"
              className="text-ui-fg-base truncate px-3 py-2.5 text-center"
            >
              {label}
            </Text>
          ))}
        </div>
      )}
    </div>
  )
}
