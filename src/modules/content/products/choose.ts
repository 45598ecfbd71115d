import type { PersonalSource } from "../sql/products"
import type { BestSeller } from "./best-sellers"

/** What the database knows of one person's products; a column is missing when it was not asked for. */
export type PersonProducts = {
  last_viewed?: string[] | null
  cart?: string[] | null
  last_order?: string[] | null
  /** The categories cared for most, the strongest first. */
  categories?: string[] | null
  /** Best sellers that the person has already. */
  bought?: string[] | null
}

/**
 * The ids of one person's products of a source. `top_interest` is what sells best in the strongest category of interest
 * that has something the person has not bought.
 */
export function chooseProducts(
  source: PersonalSource,
  person: PersonProducts,
  best: BestSeller[]
): string[] {
  if (source !== "top_interest") return [...new Set(person[source] ?? [])]
  const bought = new Set(person.bought ?? [])
  for (const category of person.categories ?? []) {
    const found = best.filter(
      ({ product_id, categories }) => categories.includes(category) && !bought.has(product_id)
    )
    if (found.length) return found.map(({ product_id }) => product_id)
  }
  return []
}
