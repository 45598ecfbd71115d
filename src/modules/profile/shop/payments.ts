/** The orders that some payments pay for. */
export const ORDERS_OF_PAYMENTS = `
  select distinct l.order_id as id
  from payment p join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
  where p.id = any(:payments::text[])
`
