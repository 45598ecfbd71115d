import { Tokenizer } from "htmlparser2"
import { engines } from "../liquid/engine"
import { PRODUCT_LINK } from "../render/links"
import { blankLiquid } from "./mask"

/** What a link is replaced by; the rest of the address is the link's number. */
export const CLICK_VARIABLE = "{{ message.click_url }}"

const OWN_LINK = /\{\{-?\s*message\.(unsubscribe_url|preferences_url|view_url)\b/
const GLOBALS = new Set(["profile", "last_order", "shop", "message", "trigger", "promo_code"])

/** The page of a product of a list, which a loop or the list's source names. */
const PRODUCT_OF_LINK =
  /^\{\{-?\s*shop\.url\s*-?\}\}\/products\/\{\{-?\s*([\w.]+)\.handle\s*-?\}\}$/

type Href = { start: number; end: number }

/**
 * Finds the http(s) links of an HTML template and sends them through the click counter. `mailto:`, anchors, links of
 * the message itself and other links that need a loop's variable (they mean nothing outside of the loop) stay as they are.
 * @param links - links of other parts of the message, which keep their numbers; new ones are added
 * @returns the HTML with its links replaced, and the links in order of their number; they may contain Liquid
 */
export function extractLinks(
  html: string,
  links: string[] = []
): { html: string; links: string[] } {
  let out = ""
  let at = 0
  for (const { start, end } of findHrefs(html)) {
    const url = decodeEntities(html.slice(start, end)).trim()
    const product = PRODUCT_OF_LINK.exec(url)?.[1]
    if (!product && !isTrackable(url)) continue
    const link = product ? PRODUCT_LINK : url
    let no = links.indexOf(link)
    if (no < 0) no = links.push(link) - 1
    const which = product ? `?product={{ ${product}.handle }}` : ""
    out += `${html.slice(at, start)}${CLICK_VARIABLE}/${no}${which}`
    at = end
  }
  return { html: out + html.slice(at), links }
}

function findHrefs(html: string): Href[] {
  const source = blankLiquid(html)
  const found: Href[] = []
  let tag = ""
  let attribute = ""
  let value: Href | undefined
  const ignore = () => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (start, end) => (tag = source.slice(start, end).toLowerCase()),
      onattribname(start, end) {
        attribute = source.slice(start, end).toLowerCase()
        value = undefined
      },
      onattribdata: (start, end) => (value = { start: value?.start ?? start, end }),
      onattribend() {
        const isLink = (tag === "a" || tag === "area") && attribute === "href"
        if (isLink && value) found.push(value)
      },
      onattribentity: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ontext: ignore,
      ontextentity: ignore,
    }
  )
  tokenizer.write(source)
  tokenizer.end()
  return found
}

/** Whether an address that an author wrote can go through the click counter. */
export function isTrackable(url: string): boolean {
  if (OWN_LINK.test(url)) return false
  if (!/^https?:\/\//i.test(url) && !url.startsWith("{{")) return false
  return usesOnlyGlobals(url)
}

function usesOnlyGlobals(url: string): boolean {
  try {
    return engines("UTC")
      .text.globalVariablesSync(url)
      .every((name) => GLOBALS.has(name))
  } catch {
    // A tag that spans more than the address: leave the link to the template.
    return false
  }
}

const ENTITIES: Record<string, string> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" }

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(amp|quot|apos|lt|gt));/gi,
    (all, dec, hex, name) => {
      if (name) return ENTITIES[name.toLowerCase()]
      const code = dec ? Number(dec) : parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : all
    }
  )
}
