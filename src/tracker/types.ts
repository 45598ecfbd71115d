/** What a storefront can say about a product; other properties may be added. */
export type Product = {
  product_id: string
  name?: string
  category?: string
  price?: number
  quantity?: number
  [key: string]: unknown
}

export type Properties = Record<string, unknown>

export type Options = {
  /** Publishable API key of the sales channel. */
  key: string
  /** Where the Medusa server is, e.g. `https://api.shop.example`. Default: where the script came from. */
  url?: string
  /** `required`: nothing is stored or sent until `consent(true)`. Default: `granted`. */
  consent?: "required" | "granted"
  /** Other domains of the shop: links to them carry the visitor along. */
  domains?: string[]
  /** Whether messages for the visitor are shown on the page. Default: false. */
  messages?: boolean
  /** Whether page views are recorded by themselves, also in single-page shops. Default: true. */
  auto?: boolean
}

/** Something that happened, waiting to be sent: name, time in ms, id, properties. */
export type QueuedEvent = { n: string; t: number; m: string; p: Properties }

/** Where the visit came from; short names keep the requests small. */
export type Origin = {
  /** Path of the first page, its referrer's host, the click id's name, and a message's proof of its click. */
  l: string
  r?: string
  c?: string
  u?: Record<string, string>
}

export type Session = { id: string; last: number; origin: Origin }
