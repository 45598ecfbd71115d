import type { PublicIds } from "../../../lib/public-id"
import type { ProfileListItem, RfmGroup } from "../../../types/profile"
import { channelsOf } from "../consent/channel-bit"

/** A row of `LIST_COLUMNS`. */
export type ProfileRow = {
  id: number
  first_name: string | null
  last_name: string | null
  email: string | null
  phone: string | null
  country: string | null
  city: string | null
  has_account: boolean
  rfm_group: RfmGroup
  orders: number
  revenue: number
  aov: number | null
  last_order_at: Date | null
  subscribed: number
}

/** Prefix of a profile's public id. */
export const PROFILE_ID = "prof"

/** A list row as the API gives it. */
export function toListItem(row: ProfileRow, ids: PublicIds, currency: string): ProfileListItem {
  return {
    id: ids.seal(PROFILE_ID, row.id),
    name: fullName(row),
    email: row.email,
    phone: row.phone,
    country: row.country,
    city: row.city,
    has_account: row.has_account,
    rfm_group: row.rfm_group,
    orders: row.orders,
    revenue: row.revenue,
    aov: row.aov,
    currency,
    last_order_at: row.last_order_at?.toISOString() ?? null,
    subscribed: channelsOf(row.subscribed),
  }
}

/** First and last name in one, or `null` when neither is known. */
export function fullName(row: {
  first_name: string | null
  last_name: string | null
}): string | null {
  return [row.first_name, row.last_name].filter(Boolean).join(" ") || null
}
