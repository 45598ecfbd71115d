import { joinPieces } from "../../lib/pieces"
import type { OutgoingMessage } from "../provider"

/** What the service worker gets to show. Short names: all of it has to fit into about 4,000 bytes. */
export type PushPayload = {
  /** Where it tells what became of the message: `<report>/shown`, `/opened`, `/dismissed`. */
  report: string
  title: string
  body: string
  image?: string
  link?: string
  buttons: { title: string; url: string }[]
}

const MAX_TITLE = 120
const MAX_TEXT = 1_000
/** Browsers show no more. */
const MAX_BUTTONS = 2

/** The part of a message that is shown on a device. */
export function pushPayload(message: OutgoingMessage, reportUrl: string): PushPayload {
  const { card, subject, text, token } = message
  return {
    report: `${reportUrl}/${token}`,
    title: clip(subject, MAX_TITLE),
    body: clip(joinPieces(text), MAX_TEXT),
    image: card?.image || undefined,
    link: card?.link || undefined,
    buttons: (card?.buttons ?? [])
      .filter(({ label, url }) => label && url)
      .slice(0, MAX_BUTTONS)
      .map(({ label, url }) => ({ title: label, url })),
  }
}

function clip(text: string, most: number): string {
  const letters = [...text]
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text
}
