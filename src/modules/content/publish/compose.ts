import { channelForm } from "../../../types/channel-form"
import type { ContentParts } from "../parts"
import { withFooter, withPixel, withPreheader, withTextFooter } from "./assemble"
import type { FrozenContent } from "./frozen"
import { extractLinks } from "./links"
import { composeCard, composeText } from "./short"
import { textPart } from "./text-part"

/** Makes the frozen form of a template, as its channel needs it. */
export function composeContent(parts: ContentParts): FrozenContent {
  if (channelForm(parts.channel).body === "text") return composeText(parts)
  return parts.card ? composeCard(parts, parts.card) : composeEmail(parts)
}

/** Footer, preheader, pixel, counted links and a text part. */
function composeEmail(parts: ContentParts): FrozenContent {
  const { html, links } = extractLinks(withFooter(parts.html))
  const text = withTextFooter(parts.text ?? textPart(html))
  return {
    subject: parts.subject,
    preheader: parts.preheader,
    html: withPixel(withPreheader(html, parts.preheader)),
    text,
    links,
    card: null,
  }
}
