import { type Db, query, type SqlFragment } from "../../../lib/db"
import type { ProductScope } from "../../../types/product"
import { languageFor } from "../languages/choose"
import { type PersonalSource, productsOfPeople } from "../sql/products"
import { bestSellers } from "./best-sellers"
import { chooseProducts, type PersonProducts } from "./choose"
import type { ProductNeeds } from "./needs"
import { loadOffers } from "./offers"
import { loadTitles } from "./titles"

/** Most products of a source that a message can show. */
const MOST = 12

type Person = { profile_id: number; country: string | null; language: string | null }

/**
 * The products of a message for each of some people, in a handful of statements however many people they are.
 * @param people - selects the same people's `profile_id`; without it (a made-up person) best sellers stand for every source
 */
export async function loadProducts(
  db: Db,
  persons: Person[],
  needs: ProductNeeds,
  people?: SqlFragment
): Promise<Map<number, ProductScope>> {
  const best = needs.sources.length ? await bestSellers(db) : []
  const bestIds = best.map(({ product_id }) => product_id)
  const personal = needs.sources.filter((s): s is PersonalSource => s !== "best_sellers")
  const known = people && personal.length ? await loadPersonal(db, people, personal, bestIds) : null
  const chosen = persons.map((person) => ({
    person,
    language: languageFor(needs.languages, person.language),
    lists: needs.sources.map((source) => ({
      source,
      ids:
        known && source !== "best_sellers"
          ? chooseProducts(source, known.get(person.profile_id) ?? {}, best)
          : bestIds,
    })),
  }))
  const ids = chosen.flatMap(({ lists }) => lists.flatMap((list) => list.ids.slice(0, 2 * MOST)))
  const countries = persons.flatMap(({ country }) => (country ? [country] : []))
  const wanted = [...new Set([...needs.ids, ...ids])]
  const offers = await loadOffers(db, wanted, [...new Set(countries)])
  const languages = chosen.map(({ language }) => language)
  const titleOf = await loadTitles(db, wanted, languages)
  return new Map(
    chosen.map(({ person, language, lists }) => {
      const offersOf = (list: string[]) =>
        list
          .flatMap((id) => offers(id, person.country) ?? [])
          .slice(0, MOST)
          .map((offer) => ({ ...offer, title: titleOf(offer.id, language) ?? offer.title }))
      const found = lists.map(({ source, ids }) => [source, offersOf(ids)] as const)
      const single = needs.ids.flatMap((id) => offersOf([id]).map((offer) => [id, offer] as const))
      return [
        person.profile_id,
        Object.fromEntries([...found.filter(([, list]) => list.length), ...single]),
      ]
    })
  )
}

async function loadPersonal(
  db: Db,
  people: SqlFragment,
  sources: PersonalSource[],
  best: string[]
): Promise<Map<number, PersonProducts>> {
  const rows = await query<PersonProducts & { profile_id: number }>(
    db,
    productsOfPeople(people.sql, sources),
    { ...people.params, best }
  )
  return new Map(rows.map((row) => [row.profile_id, row]))
}
