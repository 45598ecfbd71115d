/** A product as a template knows it. */
export type ProductOffer = {
  id: string
  title: string
  handle: string
  image: string | null
  /** Minor units of `currency`; `null` when the shop has no price in it. */
  price: number | null
  /** The price before the sale, when there is one. */
  was: number | null
  currency: string
}

/** What a template sees as `products`: lists by source, single products by id. Nothing to show is left out. */
export type ProductScope = Record<string, ProductOffer | ProductOffer[]>
