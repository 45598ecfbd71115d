import type { Recipient } from "./recipient"

/** What decides where, from whom and in which language a message goes, whatever it says. */
const ALWAYS = new Set<string>(["email", "phone", "language", "sales_channel_id"])
const NAME_PARTS = new Set<string>(["first_name", "last_name"])

/** What of a person a message says: enough to make it again as it was. */
export type Said = Partial<Recipient>

const TAGS = /\{[{%][^]*?[%}]\}/g

/**
 * Tells which facts of people a message says, from the source of its templates. A few too many are no harm; a template that
 * reaches into the profile by other means than a name says all of them.
 */
export function saysField(source: string): (field: string) => boolean {
  const tags = (source.match(TAGS) ?? []).join("\n")
  const all = /\bprofile\b(?!\s*\.)/.test(tags)
  const name = /\bprofile\s*\.\s*name\b/.test(tags)
  const words = new Set(tags.match(/\w+/g))
  return (field) => all || ALWAYS.has(field) || words.has(field) || (name && NAME_PARTS.has(field))
}

/** Those facts of a person that a message says; what is not known takes no room. */
export function saidOf(person: Recipient, says: (field: string) => boolean): Said {
  const said = Object.entries(person).filter(([field, value]) => value !== null && says(field))
  return Object.fromEntries(said)
}

const NOTHING_KNOWN: Omit<Recipient, "profile_id"> = {
  first_name: null,
  last_name: null,
  email: null,
  phone: null,
  city: null,
  postal_code: null,
  country: null,
  language: null,
  gender: null,
  birthday: null,
  rfm_group: "no_orders",
  orders: 0,
  revenue: 0,
  first_order_at: null,
  last_order_at: null,
  fields: {},
  metrics: {},
  last_order: null,
  products: {},
  last_promo_code: null,
  sales_channel_id: null,
}

/** The person of a message again, from what was kept of them as JSON. */
export function recipientFrom(profileId: number, said: Said): Recipient {
  const { first_order_at, last_order_at } = said
  return {
    ...NOTHING_KNOWN,
    ...said,
    profile_id: profileId,
    first_order_at: first_order_at ? new Date(first_order_at) : null,
    last_order_at: last_order_at ? new Date(last_order_at) : null,
  }
}
