import type { ContentParts } from "../parts"
import { withFooter, withPixel, withPreheader, withTextFooter } from "./assemble"
import { extractLinks } from "./links"
import { textPart } from "./text-part"

/** A template made ready to send: what is added to every message is in it, and its links are counted. */
export type FrozenContent = {
  subject: string
  preheader: string
  html: string
  text: string
  /** By number, as written by the author; may contain Liquid. */
  links: string[]
}

/** Makes the frozen form of a template: footer, preheader, pixel, counted links and a text part. */
export function composeContent(parts: ContentParts): FrozenContent {
  const { html, links } = extractLinks(withFooter(parts.html))
  const text = withTextFooter(parts.text ?? textPart(html))
  return {
    subject: parts.subject,
    preheader: parts.preheader,
    html: withPixel(withPreheader(html, parts.preheader)),
    text,
    links,
  }
}
