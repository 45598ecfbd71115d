import { z } from "@medusajs/framework/zod"
import { PRODUCT_LISTS } from "../../../../types/campaign-trigger"
import { addedToCarts } from "../../../profile/shop/carts"
import { happened } from "../happened"
import { personOf } from "../person-of"
import { ids, MINUTE_MS, type TriggerSource } from "../source"

/** The events of lists that storefronts keep are named after them, as in the Segment and RudderStack e-commerce spec. */
const EVENT_OF = "Product Added to "
const ANY_OF = "(cardinality(:products::text[]) = 0 or %s = any(:products::text[]))"

/** Something is put into the cart, or onto a list that the storefront keeps. */
export const listAdded: TriggerSource<"list_added"> = {
  schema: { list: z.enum(PRODUCT_LISTS), name: z.string().trim().max(80), products: ids },
  every: MINUTE_MS,
  problem: ({ list, name }) => (list === "other" && !name ? "Say which list" : undefined),
  find: ({ list, name, products }) => {
    if (list !== "cart") {
      const event = EVENT_OF + (list === "wishlist" ? "Wishlist" : name)
      return happened([event], ANY_OF.replace("%s", "e.properties ->> 'product_id'"), { products })
    }
    return {
      sql: `
        select i.profile_id, 'line ' || c.id as key, c.at, jsonb_build_object('cart_id', c.cart_id, 'product_id', c.product_id,
          'variant_id', c.variant_id, 'product', c.product_title, 'quantity', c.quantity) as context
        from (${addedToCarts(":since::timestamptz", ":now::timestamptz")}) c
        join lateral (${personOf("c.customer_id", "c.email")}) i on true
        where c.at >= :live_since::timestamptz and ${ANY_OF.replace("%s", "c.product_id")}
      `,
      params: { products },
    }
  },
}
