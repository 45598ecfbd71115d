import type { PublicIds } from "../../../../lib/public-id"
import type { MessageFacts } from "../../../content/render/facts"
import type { Due } from "../due"

/** What carts that let people in are sealed as. */
export const CART = "cart"

/** What a message can say of somebody's way: what let them in, and the last promo code they were given on it. */
export function messageFacts(
  { id, context, facts }: Pick<Due, "id" | "context" | "facts">,
  ids?: PublicIds
): MessageFacts {
  const text = (value: unknown) => (typeof value === "string" ? value : null)
  return {
    promo_code: text(facts.promo_code),
    promo_ends_at: text(facts.promo_ends_at),
    trigger: context,
    cart_token: ids && text(context.cart_id) ? ids.seal(CART, id) : null,
  }
}
