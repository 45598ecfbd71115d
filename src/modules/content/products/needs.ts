import { PRODUCT_SOURCES, type ProductSource } from "../../../types/document"

/** Which products a message speaks of. */
export type ProductNeeds = {
  sources: Exclude<ProductSource, "manual">[]
  /** Ids of products that it names one by one. */
  ids: string[]
  /** Languages that it speaks beside its own: its products are called as in the one that somebody gets. */
  languages: string[]
}

const MENTION = /\bproducts\.(\w+)/g

/** Reads off a template's Liquid, in all its languages, which products it speaks of, so that no others are looked up. */
export function productNeeds(source: string, languages: string[] = []): ProductNeeds | null {
  const names = new Set(Array.from(source.matchAll(MENTION), ([, name]) => name))
  if (!names.size) return null
  const sources = PRODUCT_SOURCES.filter(
    (known): known is ProductNeeds["sources"][number] => known !== "manual" && names.delete(known)
  )
  return { sources, ids: [...names], languages }
}
