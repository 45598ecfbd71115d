import type { FieldValue } from "../../../types/field"
import { type MessageFacts, NO_FACTS } from "./facts"
import type { Recipient } from "./recipient"

/** What is the same for all messages of a run. */
export type ShopScope = { name: string; url: string; address: string | null; currency: string }

/** What belongs to one message. */
export type MessageScope = {
  unsubscribe_url: string
  preferences_url: string
  /** The message as a page of the web. */
  view_url: string
  open_url: string
  /** Followed by `/<link number>`. */
  click_url: string
  /** ISO 8601 */
  date: string
}

/** All that a template can see. Plain data only: nothing in it is ever run as a template. */
export type Scope = {
  profile: Record<string, string | number | null | Record<string, FieldValue>>
  last_order: Recipient["last_order"]
  products: Recipient["products"]
  shop: ShopScope
  message: MessageScope
} & Omit<MessageFacts, "cart_token">

/** Puts together what the template of one message can see. */
export function buildScope(
  person: Recipient,
  shop: ShopScope,
  message: MessageScope,
  given: MessageFacts = NO_FACTS
): Scope {
  const { last_order, products } = person
  const { cart_token, ...facts } = given
  const trigger = {
    ...facts.trigger,
    cart_link: cartLink(shop.url, cart_token),
    product_link: productLink(shop.url, facts.trigger.product_handle),
  }
  return { profile: profileScope(person), last_order, products, shop, message, ...facts, trigger }
}

function productLink(shopUrl: string, handle: unknown): string | null {
  return typeof handle === "string"
    ? `${shopUrl.replace(/\/+$/, "")}/products/${encodeURIComponent(handle)}`
    : null
}

/** Where the storefront shows the cart that let somebody in, or else the one it knows. */
function cartLink(shopUrl: string, token: string | null): string {
  const cart = `${shopUrl.replace(/\/+$/, "")}/cart`
  return token ? `${cart}?engage_cart=${token}` : cart
}

/** What can be said of the person alone. */
export function profileScope(person: Recipient): Scope["profile"] {
  const {
    profile_id: _,
    last_order: _order,
    products: _products,
    sales_channel_id: _channel,
    first_order_at,
    last_order_at,
    ...facts
  } = person
  return {
    ...facts,
    name: fullName(person),
    first_order_at: first_order_at ? first_order_at.toISOString() : null,
    last_order_at: last_order_at ? last_order_at.toISOString() : null,
  }
}

/** First and last name as one text, or `null`. */
export function fullName(person: Pick<Recipient, "first_name" | "last_name">): string | null {
  return [person.first_name, person.last_name].filter(Boolean).join(" ") || null
}
