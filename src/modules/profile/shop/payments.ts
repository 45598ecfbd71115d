/** The orders that some payments pay for. */
export const ORDERS_OF_PAYMENTS = `
  select distinct l.order_id as id
  from payment p join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
  where p.id = any(:payments::text[])
`

/** Payment sessions `s`, each with the cart or order it is for. */
const SESSIONS = `
  payment_session s
  left join cart_payment_collection lc on lc.payment_collection_id = s.payment_collection_id and lc.deleted_at is null
  left join cart c on c.id = lc.cart_id
  left join order_payment_collection lo on lo.payment_collection_id = s.payment_collection_id and lo.deleted_at is null
  left join "order" o on o.id = lo.order_id
  left join currency d on d.code = s.currency_code
`
const COLUMNS = `
  s.id, s.updated_at as at, s.currency_code as currency,
  round(s.amount * power(10::numeric, coalesce(d.decimal_digits, 2)))::float8 as amount,
  c.id as cart_id, o.id as order_id, coalesce(o.customer_id, c.customer_id) as customer_id, coalesce(o.email, c.email) as email
`

/**
 * Payments that did not go through between two instants, with the cart or order they were for. Amounts are minor units.
 * @param from - SQL of an instant, not included
 * @param to - SQL of an instant, included
 */
export const failedPayments = (from: string, to: string) => `
  select ${COLUMNS} from ${SESSIONS}
  where s.status = 'error' and s.deleted_at is null and s.updated_at > ${from} and s.updated_at <= ${to}
`

/** One payment session, with the cart or order it is for. */
export const PAYMENT_SESSION = `select ${COLUMNS} from ${SESSIONS} where s.id = :session`
