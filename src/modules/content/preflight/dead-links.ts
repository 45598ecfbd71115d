import type { PreflightCheck } from "../../../types/preflight"
import { callOutside, type WebhookSettings } from "../../../lib/webhook/post"
import type { ContentParts } from "../parts"
import { list } from "./checks"
import { readMarkup } from "./markup"
import { settle } from "./settle"

/** Links of a message that are opened, and at the same time. */
const MOST = 40
const AT_ONCE = 8
/** Answers by which a page says that it is not there; others may be meant for robots only. */
const GONE = new Set([404, 410])
const HEADERS = { "user-agent": "Mozilla/5.0 (compatible; medusa-plugin-engage link check)" }

type Opened = { name: string; problem: string | null }

/**
 * Opens the links of a message that are the same for everybody, and names those that lead to no page.
 * @param shopUrl - what `{{ shop.url }}` stands for
 */
export async function deadLinks(
  parts: ContentParts,
  shopUrl: string,
  settings: WebhookSettings
): Promise<PreflightCheck> {
  const all = readMarkup(settle(parts.html)).links.map(({ href, text }) => ({
    url: href.replace(/\{\{-?\s*shop\.url\s*-?\}\}/g, shopUrl.replace(/\/$/, "")),
    name: text.trim().slice(0, 40) || href.slice(0, 60),
  }))
  const fixed = all.filter(({ url }) => /^https?:\/\//i.test(url) && !/[{}]/.test(url))
  const links = [...new Map(fixed.map((link) => [link.url, link])).values()].slice(0, MOST)
  const opened: Opened[] = []
  for (let i = 0; i < links.length; i += AT_ONCE)
    opened.push(
      ...(await Promise.all(links.slice(i, i + AT_ONCE).map((link) => open(link, settings))))
    )
  return list(
    "pages",
    links.length ? "Every link was opened and leads to a page" : "There are no links to open",
    "warning",
    opened.flatMap(({ name, problem }) => (problem ? [`The link “${name}” ${problem}`] : []))
  )
}

async function open(
  { url, name }: { url: string; name: string },
  settings: WebhookSettings
): Promise<Opened> {
  try {
    const { status } = await callOutside(url, { method: "GET", headers: HEADERS }, settings)
    if (GONE.has(status)) return { name, problem: `leads to a page that is not there (${status})` }
    return { name, problem: status >= 500 ? `leads to a page with a fault (${status})` : null }
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    // What only this network can see is spoken of among the links' addresses.
    if (code === "ERR_PRIVATE_ADDRESS") return { name, problem: null }
    return { name, problem: `could not be opened: ${message}` }
  }
}
