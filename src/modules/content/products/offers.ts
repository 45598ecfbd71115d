import type { ProductOffer } from "../../../types/product"
import { type Db, query, queryOne } from "../../../lib/db"
import { CURRENCY_OF_COUNTRY, OFFERS } from "../../profile/shop/offers"
import { STORE_CURRENCY } from "../../profile/shop/store"

type Row = {
  product_id: string
  currency: string
  title: string
  handle: string
  image: string | null
  regular: number | null
  sale: number | null
}

/** The offers of some products, by country of the person. */
export type Offers = (productId: string, country: string | null) => ProductOffer | undefined

/**
 * Looks up how the shop sells some products to people of some countries: two statements, however many they are.
 * A product that is not published or out of stock has no offer.
 */
export async function loadOffers(db: Db, ids: string[], countries: string[]): Promise<Offers> {
  const regions = await query<{ country: string; currency: string }>(db, CURRENCY_OF_COUNTRY, {
    countries,
  })
  const store = (await queryOne<{ code: string }>(db, STORE_CURRENCY))?.code.toLowerCase() ?? "eur"
  const currencyOf = new Map(regions.map(({ country, currency }) => [country, currency]))
  const currencies = [...new Set([store, ...currencyOf.values()])]
  const rows = ids.length ? await query<Row>(db, OFFERS, { ids, currencies }) : []
  const offers = new Map(rows.map((row) => [`${row.product_id} ${row.currency}`, offerOf(row)]))
  return (id, country) => {
    const own = offers.get(`${id} ${currencyOf.get(country ?? "") ?? store}`)
    return own?.price === null ? offers.get(`${id} ${store}`) : own
  }
}

function offerOf({ product_id, regular, sale, ...row }: Row): ProductOffer {
  const onSale = sale !== null && (regular === null || sale < regular)
  return { ...row, id: product_id, price: onSale ? sale : regular, was: onSale ? regular : null }
}
