import { Parser } from "htmlparser2"

/** Elements that no mail program runs, or that would be a danger in a preview, with all that is in them. */
const REMOVED = new Set([
  "script",
  "iframe",
  "object",
  "embed",
  "applet",
  "noscript",
  "audio",
  "video",
])
/** Elements of which only the shell goes: what is written inside stays. */
const UNWRAPPED = new Set(["form", "input", "button", "select", "textarea", "base"])

export type Cleaned = {
  html: string
  title: string
  /** Names of the elements taken out, each once. */
  removed: string[]
  /** Style sheets beside the message that it links to; the links are taken out. */
  styleSheets: string[]
}

type Cut = { start: number; end: number }

/** Takes out what does not belong into a message. What stays is kept letter by letter. */
export function cleanHtml(source: string): Cleaned {
  const removed = new Set<string>()
  const styleSheets: string[] = []
  const cuts: Cut[] = []
  let title = ""
  let inTitle = false
  let gone: { name: string; depth: number; start: number } | undefined
  const parser = new Parser({
    onopentag(name, attributes) {
      if (gone) {
        if (gone.name === name) gone.depth += 1
        return
      }
      if (name === "title") inTitle = true
      if (REMOVED.has(name)) {
        removed.add(name)
        gone = { name, depth: 1, start: parser.startIndex }
        return
      }
      if (UNWRAPPED.has(name)) {
        removed.add(name)
        cuts.push({ start: parser.startIndex, end: parser.endIndex + 1 })
        return
      }
      if (
        name === "link" &&
        /stylesheet/i.test(attributes.rel ?? "") &&
        !isRemote(attributes.href)
      ) {
        styleSheets.push(attributes.href ?? "")
        cuts.push({ start: parser.startIndex, end: parser.endIndex + 1 })
        return
      }
      if (Object.entries(attributes).some(isDangerous)) {
        removed.add("script")
        cuts.push(...dangerousSpans(source, parser.startIndex, parser.endIndex + 1))
      }
    },
    ontext(text) {
      if (inTitle) title += text
    },
    onclosetag(name, implied) {
      if (name === "title") inTitle = false
      if (gone) {
        if (gone.name === name && --gone.depth === 0) {
          cuts.push({ start: gone.start, end: implied ? parser.startIndex : parser.endIndex + 1 })
          gone = undefined
        }
      } else if (UNWRAPPED.has(name) && !implied) {
        cuts.push({ start: parser.startIndex, end: parser.endIndex + 1 })
      }
    },
  })
  parser.write(source)
  parser.end()
  return { html: without(source, cuts), title: title.trim(), removed: [...removed], styleSheets }
}

/** Fonts are fetched this way, where a mail program does. */
function isRemote(address = ""): boolean {
  return /^(https?:)?\/\//i.test(address)
}

function isDangerous([name, value]: [string, string]): boolean {
  return /^on\w/i.test(name) || /^\s*(javascript|vbscript):/i.test(value)
}

function dangerousSpans(source: string, start: number, end: number): Cut[] {
  const attribute =
    /\s(?:on\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)|[\w-]+\s*=\s*(?:"\s*(?:javascript|vbscript):[^"]*"|'\s*(?:javascript|vbscript):[^']*'|(?:javascript|vbscript):[^\s>]+))/gi
  return [...source.slice(start, end).matchAll(attribute)].map(({ 0: text, index }) => ({
    start: start + index,
    end: start + index + text.length,
  }))
}

function without(source: string, cuts: Cut[]): string {
  let out = ""
  let at = 0
  for (const { start, end } of cuts.sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    out += source.slice(at, start)
    at = end
  }
  return out + source.slice(at)
}
