/**
 * Open carts in which something lies and whose last change lies between two instants, with their value in minor units.
 * @param from - SQL of an instant, not included
 * @param to - SQL of an instant, included
 */
export const quietCarts = (from: string, to: string) => `
  select c.id, c.customer_id, c.email, c.currency_code as currency, line.last_at, line.items, line.product_id,
    round(line.amount * power(10::numeric, coalesce(d.decimal_digits, 2)))::bigint as value
  from (
    select id from cart where updated_at > ${from} and updated_at <= ${to}
    union
    select cart_id from cart_line_item where updated_at > ${from} and updated_at <= ${to}
  ) touched
  join cart c on c.id = touched.id and c.completed_at is null and c.deleted_at is null
  left join currency d on d.code = c.currency_code
  cross join lateral (
    select greatest(max(l.updated_at), c.updated_at) as last_at, count(*)::int as items, sum(l.quantity * l.unit_price) as amount,
      (array_agg(l.product_id order by l.created_at desc))[1] as product_id
    from cart_line_item l where l.cart_id = c.id and l.deleted_at is null
  ) line
  where line.items > 0 and line.last_at > ${from} and line.last_at <= ${to}
`

/** Open carts of the last month in which a variant lies. @param variant - SQL of its id */
export const cartsWith = (variant: string) => `
  select basket.id, basket.customer_id, basket.email
  from cart_line_item l
  join cart basket on basket.id = l.cart_id and basket.completed_at is null and basket.deleted_at is null
    and basket.updated_at > :now::timestamptz - interval '30 days'
  where l.variant_id = ${variant} and l.deleted_at is null
`

/**
 * What was put into carts, one row a line, of people who are known by now: who says who they are later counts within a day.
 * @param from - SQL of an instant, not included
 * @param to - SQL of an instant, included
 */
export const addedToCarts = (from: string, to: string) => `
  select l.id, l.created_at as at, l.product_id, l.variant_id, l.product_title, l.quantity::float8 as quantity,
    c.id as cart_id, c.customer_id, c.email
  from (
    select id as cart_id from cart where updated_at > ${from} and updated_at <= ${to}
    union
    select cart_id from cart_line_item where updated_at > ${from} and updated_at <= ${to}
  ) touched
  join cart c on c.id = touched.cart_id and c.deleted_at is null and (c.customer_id is not null or c.email is not null)
  join cart_line_item l on l.cart_id = c.id and l.deleted_at is null
    and l.created_at > ${from} - interval '1 day' and l.created_at <= ${to}
`
