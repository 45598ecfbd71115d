/** The store's default currency. */
export const STORE_CURRENCY = `
  select currency_code as code from store_currency
  where is_default and deleted_at is null
  order by created_at limit 1
`
