import { ArrowUpRightMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { MessageCard } from "../../../types/content"

/** A message about as a chat shows it, with its buttons below. */
export function ChatMessage({ text, card }: { text: string; card: MessageCard }) {
  const buttons = card.buttons.filter(({ label }) => label)
  return (
    <div className="flex w-full max-w-[320px] flex-col gap-y-1 self-start">
      <div className="bg-ui-bg-component shadow-elevation-card-rest overflow-hidden rounded-2xl rounded-bl-sm">
        {card.image && (
          <img src={card.image} alt="" className="max-h-[200px] w-full object-cover" />
        )}
        <Text
          as="div"
          size="small"
          className="text-ui-fg-base whitespace-pre-wrap break-words px-4 py-3"
        >
          {text}
        </Text>
      </div>
      {buttons.map(({ label, url }, at) => (
        <span
          key={at}
          className="bg-ui-bg-component shadow-elevation-card-rest txt-compact-small-plus text-ui-fg-base relative truncate rounded-lg px-6 py-2 text-center"
        >
          {label}
          {url && <ArrowUpRightMini className="text-ui-fg-muted absolute right-1 top-1" />}
        </span>
      ))}
    </div>
  )
}
