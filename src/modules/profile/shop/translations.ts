/** Whether the shop has Medusa's translations, which are off unless a shop turns them on. */
export const HAS_TRANSLATIONS = `select to_regclass('translation') is not null as has`

/** What products are called in other languages, as far as the shop has said so. */
export const TRANSLATED_TITLES = `
  select reference_id as product_id, locale_code as locale, translations ->> 'title' as title
  from translation
  where reference = 'product' and reference_id = any(:ids::text[]) and deleted_at is null
    and translations ->> 'title' <> ''
`
