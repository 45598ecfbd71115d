import { convert } from "html-to-text"
import { aroundLiquid } from "./mask"

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]

const SELECTORS = [
  ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
  { selector: "table", options: { uppercaseHeaderCells: false } },
  { selector: "img", format: "skip" },
  { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"] } },
]

/** The text part of an HTML template: made once, with its Liquid kept, and not for each message. */
export function textPart(html: string): string {
  return aroundLiquid(html, (marked) => convert(marked, { wordwrap: false, selectors: SELECTORS }))
}
