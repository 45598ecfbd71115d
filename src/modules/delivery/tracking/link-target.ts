import { toHandle } from "@medusajs/framework/utils"
import { Liquid } from "liquidjs"
import type { Scope } from "../../content/render/scope"

const SHOP_URL = /\{\{-?\s*shop\.url\s*-?\}\}/g

const CART_LINK = /\{\{-?\s*trigger\.cart_link\s*-?\}\}/g

// A person's values stand in an address as data: they are encoded, and cannot add parts to it.
const liquid = new Liquid({
  outputEscape: (value: unknown) => encodeURIComponent(String(value ?? "")),
  ownPropertyOnly: true,
  templates: {},
  renderLimit: 100,
  memoryLimit: 1_000_000,
})

/** Whether following a link needs to know whose it is. */
export function isPersonal(url: string): boolean {
  return url.replace(SHOP_URL, "").includes("{")
}

/**
 * The address a stored link leads to, with the UTM tags of what sent it, unless it has its own: its name for people, its
 * id to tell two of one name apart.
 * @param scope - what the link's Liquid can see; needed for personal links only
 * @returns `undefined` when it is no web address
 */
export function linkTarget(
  link: string,
  shopUrl: string,
  source: { ref: string; title: string; channel: string },
  scope?: Scope
): string | undefined {
  const withShop = link.replace(SHOP_URL, shopUrl.replace(/\/+$/, ""))
  const cart = typeof scope?.trigger.cart_link === "string" ? scope.trigger.cart_link : undefined
  // An address that we make is one as it stands.
  const withCart = cart ? withShop.replace(CART_LINK, () => cart) : withShop
  const text = scope ? liquid.parseAndRenderSync(withCart, scope) : withCart
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined
  const tags = {
    utm_source: "engage",
    utm_medium: source.channel,
    utm_campaign: toHandle(source.title) || source.ref,
    utm_id: source.ref,
  }
  for (const [name, value] of Object.entries(tags)) {
    if (!url.searchParams.has(name)) url.searchParams.append(name, value)
  }
  return url.href
}
