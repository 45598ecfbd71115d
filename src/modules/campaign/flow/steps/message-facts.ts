import type { MessageFacts } from "../../../content/render/facts"
import type { Due } from "../due"

/** What a message can say of somebody's way: what let them in, and the last promo code they were given on it. */
export function messageFacts({ context, facts }: Pick<Due, "context" | "facts">): MessageFacts {
  const text = (value: unknown) => (typeof value === "string" ? value : null)
  return {
    promo_code: text(facts.promo_code),
    promo_ends_at: text(facts.promo_ends_at),
    trigger: context,
  }
}
