import { channelForm } from "../../../types/channel-form"
import { inLanguage } from "../languages/parts"
import type { ContentParts } from "../parts"
import { withFooter, withPixel, withPreheader, withTextFooter } from "./assemble"
import type { FrozenContent, FrozenText } from "./frozen"
import { extractLinks } from "./links"
import { composeCard, composeText } from "./short"
import { textPart } from "./text-part"

/**
 * Makes the frozen form of a template, as its channel needs it, in each of its languages. The same address has the same
 * number in all of them, so that its clicks are counted together.
 */
export function composeContent(parts: ContentParts): FrozenContent {
  const links: string[] = []
  const own = compose(parts, links)
  const others = (parts.languages ?? []).map(
    ({ language }) => [language, compose(inLanguage(parts, language), links)] as const
  )
  const attachments = parts.attachments ?? []
  return { ...own, links, languages: Object.fromEntries(others), attachments }
}

/** @param links - those that have a number already; new ones are added */
function compose(parts: ContentParts, links: string[]): FrozenText {
  if (channelForm(parts.channel).body === "text") return composeText(parts, links)
  return parts.card ? composeCard(parts, parts.card, links) : composeEmail(parts, links)
}

/** Footer, preheader, pixel, counted links and a text part. */
function composeEmail(parts: ContentParts, links: string[]): FrozenText {
  const { html } = extractLinks(withFooter(parts.html), links)
  return {
    subject: parts.subject,
    preheader: parts.preheader,
    html: withPixel(withPreheader(html, parts.preheader)),
    text: withTextFooter(parts.text ?? textPart(html)),
    card: null,
  }
}
