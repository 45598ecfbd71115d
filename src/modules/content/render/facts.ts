/** What a message of a campaign can say beside its person, as it was when the person came to the step. */
export type MessageFacts = {
  promo_code: string | null
  /** ISO 8601 */
  promo_ends_at: string | null
  /** What let the person in: the order, cart, product or event. */
  trigger: Record<string, unknown>
  /** By what the storefront gets back the cart that let the person in. */
  cart_token: string | null
}

/** What other messages know of it. */
export const NO_FACTS: MessageFacts = {
  promo_code: null,
  promo_ends_at: null,
  trigger: {},
  cart_token: null,
}

const NAMES = /\b(promo_code|promo_ends_at|trigger)\b/

/** Whether a message says any of it, so that it has to be kept. */
export function saysFacts(source: string): boolean {
  return NAMES.test(source)
}
