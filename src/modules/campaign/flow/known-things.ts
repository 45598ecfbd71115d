/** Things of the shop that a plan can name. */
export type Ids = Record<"templates" | "segments" | "audiences" | "senders", string[]>

/** What exists in the shop, by id. */
export type Known = { [Thing in keyof Ids]: Set<string> } & {
  /** Of the templates, those that say a promo code and nothing in its stead. */
  with_code: Set<string>
}
