import { Parser } from "htmlparser2"
import { blankLiquid } from "../publish/mask"

/** What the checks need to know of a message's HTML; Liquid in it stands as it was written. */
export type Markup = {
  images: { src: string; alt: string | undefined }[]
  links: { href: string; text: string }[]
  /** Everything that is read, in order. */
  text: string
}

/** Reads pictures, links and words off an HTML template. */
export function readMarkup(html: string): Markup {
  const markup: Markup = { images: [], links: [], text: "" }
  const source = blankLiquid(html)
  // Attributes are looked up in the source, where their Liquid still stands.
  const spans = source === html ? undefined : html
  let open: Markup["links"][number] | undefined
  let hidden = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const original = spans
          ? attributesAt(spans, parser.startIndex, parser.endIndex)
          : attributes
        const of = (key: string) => original[key] ?? attributes[key]
        if (name === "style" || name === "title" || name === "script") hidden += 1
        if (name === "img") markup.images.push({ src: of("src") ?? "", alt: of("alt") })
        if (name === "a" && "href" in attributes) {
          open = { href: (of("href") ?? "").trim(), text: "" }
          markup.links.push(open)
        }
      },
      ontext(data) {
        if (hidden) return
        markup.text += data
        if (open) open.text += data
      },
      onclosetag(name) {
        if (name === "style" || name === "title" || name === "script") hidden -= 1
        if (name === "a") open = undefined
        if (/^(p|div|h\d|li|td|br|tr)$/.test(name)) markup.text += " "
      },
    },
    { decodeEntities: true }
  )
  parser.write(source)
  parser.end()
  markup.text = markup.text.replace(/[\uE000\s]+/g, " ").trim()
  return markup
}

const ATTRIBUTE =
  /([\w-]+)\s*=\s*(?:"((?:\{\{[\s\S]*?\}\}|[^"])*)"|'((?:\{\{[\s\S]*?\}\}|[^'])*)')/g

function attributesAt(html: string, start: number, end: number): Record<string, string> {
  const found = html.slice(start, end + 1).matchAll(ATTRIBUTE)
  return Object.fromEntries([...found].map(([, name, a, b]) => [name.toLowerCase(), a ?? b ?? ""]))
}
