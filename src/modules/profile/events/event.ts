/** Whom a trusted caller says an event belongs to. */
export type PersonKey = { kind: "profile" | "customer" | "email"; value: string }

/** Where a visit came from and on what it happens; known from its first request. */
export type VisitContext = {
  device: string | null
  os: string | null
  browser: string | null
  language: string | null
  /** IANA zone of the browser, as it says. */
  time_zone: string | null
  landing: string | null
  referrer: string | null
  utm_source: string | null
  utm_medium: string | null
  utm_campaign: string | null
  utm_term: string | null
  utm_content: string | null
  click_id: string | null
}

/** An event that has been checked and waits to be written. */
export type NewEvent = {
  name: string
  at: Date
  /** `tracker`, `server`, `shop`, or the id of an inbound source. */
  source: string
  /** Counts once per source. */
  messageId: string
  properties: Record<string, unknown>
  person?: PersonKey
  /** Key of the browser or device, as the tracker made it. */
  visitor?: string
  visit?: { key: string; context: VisitContext }
}

/** A sign of life of a visit without an event: the page was left. */
export type VisitPulse = {
  visitor: string
  visit: { key: string; context: VisitContext }
  at: Date
}

/** Names that the tracker gives to what shops have in common, as in the Segment and RudderStack e-commerce spec. */
export const PAGE_VIEWED = "Page Viewed"
const PRODUCT_VIEWED = "Product Viewed"
const CART_ACTIONS = [
  "Product Added",
  "Product Removed",
  "Cart Viewed",
  "Checkout Started",
  "Order Completed",
]

/** What an event adds to the counters of its visit. */
export function visitCounts(name: string): {
  pages: number
  products: number
  cart_actions: number
} {
  return {
    pages: Number(name === PAGE_VIEWED),
    products: Number(name === PRODUCT_VIEWED),
    cart_actions: Number(CART_ACTIONS.includes(name)),
  }
}
