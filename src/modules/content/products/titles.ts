import { type Db, query, queryOne } from "../../../lib/db"
import { HAS_TRANSLATIONS, TRANSLATED_TITLES } from "../../profile/shop/translations"
import { languageFor, readLanguage } from "../languages/choose"

/** What a product is called in a language; `undefined` where the shop has not said so. */
export type Titles = (productId: string, language: string | null) => string | undefined

/** Looks up what some products are called in other languages, by Medusa's translations. */
export async function loadTitles(
  db: Db,
  ids: string[],
  languages: (string | null)[]
): Promise<Titles> {
  const asked = ids.length > 0 && languages.some(Boolean)
  if (!asked || !(await queryOne<{ has: boolean }>(db, HAS_TRANSLATIONS))!.has)
    return () => undefined
  const rows = await query<{ product_id: string; locale: string; title: string }>(
    db,
    TRANSLATED_TITLES,
    { ids }
  )
  const known = new Map<string, Map<string, string>>()
  for (const { product_id, locale, title } of rows) {
    const titles = known.get(product_id) ?? new Map<string, string>()
    known.set(product_id, titles.set(readLanguage(locale) ?? locale, title))
  }
  return (id, language) => {
    const titles = known.get(id)
    const found = titles && languageFor([...titles.keys()], language)
    return found ? titles.get(found) : undefined
  }
}
