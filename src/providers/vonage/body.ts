import { joinPieces } from "../../lib/pieces"
import type { OutgoingMessage } from "../provider"

/** Channels of the Messages API that are spoken here. */
export type VonageChannel = "sms" | "viber" | "whatsapp"

const DAY_SECONDS = 86_400
/** What Viber takes, in seconds. */
const SHORTEST_TTL = 30
const LONGEST_TTL = 3 * DAY_SECONDS

/** What the Messages API wants to have for a message of a channel, beside whom it is from and to. */
export function vonageBody(channel: VonageChannel, message: OutgoingMessage): object {
  const text = joinPieces(message.text)
  const image = message.card?.image
  switch (channel) {
    case "sms":
      return { channel: "sms", message_type: "text", text }
    case "viber":
      return {
        channel: "viber_service",
        ...withPicture(text, image),
        viber_service: viber(message),
      }
    case "whatsapp":
      return { channel: "whatsapp", ...whatsapp(message, text, image) }
  }
}

function withPicture(text: string, image: string | undefined): object {
  if (!image) return { message_type: "text", text }
  return { message_type: "image", image: { url: image, ...(text && { caption: text }) } }
}

/** How long Viber tries, after which nobody gets the message late; and the button below it. */
function viber({ card, lifetimeMinutes }: OutgoingMessage): object {
  const button = card?.buttons.find(({ label, url }) => label && url)
  const ttl = lifetimeMinutes ? lifetimeMinutes * 60 : DAY_SECONDS
  return {
    category: "promotion",
    ttl: Math.min(Math.max(ttl, SHORTEST_TTL), LONGEST_TTL),
    ...(button && { action: { url: button.url, text: button.label } }),
  }
}

/** A template that WhatsApp approved, or what may be said within a day of the person's last word. */
function whatsapp({ card }: OutgoingMessage, text: string, image: string | undefined): object {
  const template = card?.template
  if (!template?.name) return withPicture(text, image)
  return {
    message_type: "template",
    template: { name: template.name, parameters: template.parameters },
    whatsapp: { policy: "deterministic", locale: template.language },
  }
}
