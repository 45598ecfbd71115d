import { VARIANTS_NOW } from "../../profile/shop/stock"
import { ENROLLMENT } from "../tables"

/** A line of a cart cannot be had any more as it stands: sold out, not for sale, or dearer. */
const LOST_LINE = `
  select 1
  from cart_line_item l
  join cart c on c.id = l.cart_id
  left join currency d on d.code = c.currency_code
  left join lateral (select * from (${VARIANTS_NOW}) v where v.variant_id = l.variant_id) n on true
  where l.cart_id = e.context ->> 'cart_id' and l.deleted_at is null and l.variant_id is not null
    and (
      n.variant_id is null or n.available < l.quantity
      or (n.prices ->> c.currency_code)::numeric > round(l.unit_price * power(10::numeric, coalesce(d.decimal_digits, 2)))
    )
`

/**
 * Passes of which what let the person in still holds: the order was not cancelled; the cart is open, with all that lies in it
 * to be had at no higher price; the variant can be had, and costs no more than it did.
 */
export const STILL_TRUE = `
  select e.id::float8 as id
  from ${ENROLLMENT} e
  where e.id = any(:enrollments::bigint[])
    and not exists (
      select 1 from "order" o where o.id = e.context ->> 'order_id' and o.canceled_at is not null
    )
    and (e.context ->> 'cart_id' is null or (
      exists (
        select 1
        from cart c
        join cart_line_item l on l.cart_id = c.id and l.deleted_at is null
        where c.id = e.context ->> 'cart_id' and c.completed_at is null and c.deleted_at is null
      )
      and not exists (${LOST_LINE})
    ))
    and (e.context ->> 'variant_id' is null or exists (
      select 1
      from (${VARIANTS_NOW}) n
      where n.variant_id = e.context ->> 'variant_id' and coalesce(n.available, 1) > 0
        and (e.context ->> 'change' is distinct from 'price'
          or (n.prices ->> (e.context ->> 'currency'))::numeric <= (e.context ->> 'after')::numeric)
    ))
`

/** The cart that let somebody in, as long as it is open. */
export const OPEN_CART = `
  select c.id
  from ${ENROLLMENT} e
  join cart c on c.id = e.context ->> 'cart_id' and c.completed_at is null and c.deleted_at is null
  where e.id = :enrollment
`
