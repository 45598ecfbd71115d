import { type Db, query, type SqlFragment } from "../../../lib/db"
import type { FieldValue } from "../../../types/field"
import type { ProductScope } from "../../../types/product"
import { loadProducts } from "../products/load"
import type { ProductNeeds } from "../products/needs"
import { recipientsSql } from "../sql/recipients"

export type LastOrder = {
  number: string
  date: string
  /** Minor units of `currency`, like the lines' totals. */
  total: number
  currency: string
  items: { title: string; quantity: number; total: number }[]
}

/** A person as templates know them. */
export type Recipient = {
  profile_id: number
  first_name: string | null
  last_name: string | null
  email: string | null
  phone: string | null
  city: string | null
  postal_code: string | null
  country: string | null
  language: string | null
  gender: string | null
  /** `YYYY-MM-DD` */
  birthday: string | null
  rfm_group: string
  orders: number
  /** Minor units of the shop's currency. */
  revenue: number
  first_order_at: Date | null
  last_order_at: Date | null
  /** The shop's own fields and assigned metrics, by key. */
  fields: Record<string, FieldValue>
  metrics: Record<string, FieldValue>
  last_order: LastOrder | null
  products: ProductScope
  /** The last code that a campaign gave them and that works still; `null` as well when nobody asked for it. */
  last_promo_code: string | null
  /** Where they bought last; `null` as well when nobody asked for it. */
  sales_channel_id: string | null
}

/** What a message speaks of beside the person; only that is looked up. */
export type RelatedNeeds = {
  lastOrder: boolean
  promoCode?: boolean
  products?: ProductNeeds | null
  salesChannel?: boolean
}

/** Loads the people that `people` (a select of `profile_id`) names, a set at a time. */
export async function loadRecipients(
  db: Db,
  people: SqlFragment,
  { lastOrder, promoCode = false, products, salesChannel = false }: RelatedNeeds
): Promise<Recipient[]> {
  const rows = await query<Recipient>(
    db,
    recipientsSql(people.sql, { lastOrder, promoCode, salesChannel }),
    people.params
  )
  const found = products && rows.length ? await loadProducts(db, rows, products, people) : null
  for (const row of rows) row.products = found?.get(row.profile_id) ?? {}
  return rows
}

/** One person by row number, or `undefined` when there is none. */
export async function loadRecipient(
  db: Db,
  profileId: number,
  needs: RelatedNeeds = { lastOrder: true, promoCode: true }
): Promise<Recipient | undefined> {
  const people = {
    sql: `select :profile_id::bigint as profile_id`,
    params: { profile_id: profileId },
  }
  return (await loadRecipients(db, people, needs))[0]
}
