import type { MessageCard } from "../../../types/content"
import type { ContentParts } from "../parts"
import { withTextOptOut } from "./assemble"
import type { FrozenText } from "./frozen"
import { CLICK_VARIABLE, isTrackable } from "./links"

/** A web address in plain text, up to the next space; Liquid may stand in it. */
const ADDRESS = /(?:https?:\/\/|\{\{-?\s*shop\.url\s*-?\}\})(?:\{\{[\s\S]*?\}\}|[^\s{}<>"])*/gi
const BEGINS_AS_ADDRESS = /^\s*(https?:\/\/|\{\{-?\s*shop\.url\b)/i
const PUNCTUATION = /[.,;:!?)\]]+$/

/** A text message: its addresses become short ones that are counted, and it says how to get no more. */
export function composeText({ text }: ContentParts, links: string[]): FrozenText {
  const short = withTextOptOut(text ?? "").replace(ADDRESS, (found) => {
    const end = PUNCTUATION.exec(found)?.[0] ?? ""
    return counted(end ? found.slice(0, -end.length) : found, links) + end
  })
  return { subject: "", preheader: "", html: "", text: short, card: null }
}

/** A message with a title, text, picture and buttons: presses on it are counted. */
export function composeCard(
  { subject, text }: ContentParts,
  card: MessageCard,
  links: string[]
): FrozenText {
  return {
    subject,
    preheader: "",
    html: "",
    text: text ?? "",
    card: {
      image: card.image,
      link: counted(card.link, links),
      buttons: card.buttons.map(({ label, url }) => ({ label, url: counted(url, links) })),
      ...(card.place && { place: card.place }),
      ...(card.template && {
        template: {
          ...card.template,
          parameters: card.template.parameters.map((value) =>
            BEGINS_AS_ADDRESS.test(value) ? counted(value, links) : value
          ),
        },
      }),
    },
  }
}

/** The address through the click counter; what cannot be counted stays as it is. */
function counted(url: string, links: string[]): string {
  if (!isTrackable(url)) return url
  let no = links.indexOf(url)
  if (no < 0) no = links.push(url) - 1
  return `${CLICK_VARIABLE}/${no}`
}
