import { messageLinks } from "./render/links"
import type { Db } from "../../lib/db"
import { loadProducts } from "./products/load"
import type { Recipient, RelatedNeeds } from "./render/recipient"
import { buildScope, type Scope } from "./render/scope"
import type { MessageFacts } from "./render/facts"
import { triggerFacts } from "./trigger-facts"
import { VARIABLES } from "./variables"

const SAMPLES = new Map(VARIABLES.map((v) => [v.path, v.sample]))

/** Title, quantity, total in minor units. */
const SAMPLE_ITEMS: [string, number, number][] = [
  ["Linen shirt", 1, 2990],
  ["Wool socks", 2, 2000],
]

/** The person of the variables' samples, for previews and for trying a template out. */
export function sampleRecipient(): Recipient {
  const of = (path: string) => SAMPLES.get(path) ?? null
  const currency = of("last_order.currency") ?? ""
  return {
    profile_id: 0,
    first_name: of("profile.first_name"),
    last_name: of("profile.last_name"),
    email: of("profile.email"),
    phone: of("profile.phone"),
    city: of("profile.city"),
    postal_code: of("profile.postal_code"),
    country: of("profile.country"),
    language: of("profile.language"),
    gender: of("profile.gender"),
    birthday: of("profile.birthday"),
    rfm_group: of("profile.rfm_group") ?? "",
    orders: Number(of("profile.orders")),
    revenue: Number(of("profile.revenue")),
    first_order_at: new Date(of("profile.first_order_at") ?? ""),
    last_order_at: new Date(of("profile.last_order_at") ?? ""),
    fields: {},
    metrics: {},
    last_order: {
      number: of("last_order.number") ?? "",
      date: of("last_order.date") ?? "",
      total: Number(of("last_order.total")),
      currency,
      items: SAMPLE_ITEMS.map(([title, quantity, minor]) => ({ title, quantity, total: minor })),
    },
    products: {},
    last_promo_code: of("profile.last_promo_code"),
    sales_channel_id: null,
  }
}

/** Whatever let somebody in, all at once: of a template it is not known by which campaign it will be sent. */
const SAMPLE_TRIGGER = {
  ...Object.fromEntries(triggerFacts().map(({ key, sample }) => [key, sample])),
  product_handle: "linen-shirt",
  currency: SAMPLES.get("shop.currency"),
}

/** What a campaign would know, of the samples. */
export function sampleFacts(): MessageFacts {
  return {
    promo_code: SAMPLES.get("promo_code") ?? null,
    promo_ends_at: SAMPLES.get("promo_ends_at") ?? null,
    trigger: SAMPLE_TRIGGER,
    cart_token: null,
  }
}

/**
 * The sample person with real products of the shop, best sellers standing for every personal list.
 * @param language - in which the products are called, if the message speaks it
 */
export async function sampleWithProducts(
  db: Db,
  { products }: RelatedNeeds,
  language: string | null = null
): Promise<Recipient> {
  const person = sampleRecipient()
  if (!products) return person
  const found = await loadProducts(db, [{ profile_id: 0, country: null, language }], products)
  return { ...person, products: found.get(0) ?? {} }
}

/** Everything a template can see, of the sample person. */
export function sampleScope(): Scope {
  const of = (path: string) => SAMPLES.get(path) ?? ""
  const shop = {
    name: of("shop.name"),
    url: of("shop.url"),
    address: of("shop.address"),
    currency: of("shop.currency"),
  }
  return buildScope(
    sampleRecipient(),
    shop,
    messageLinks(shop.url, "sample", new Date(of("message.date"))),
    sampleFacts()
  )
}
