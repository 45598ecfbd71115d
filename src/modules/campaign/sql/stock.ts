import { VARIANTS_NOW } from "../../profile/shop/stock"
import { STOCK, STOCK_CHANGE } from "../tables"

/** One process looks; the others go on. */
export const LOCK_STOCK = `select pg_try_advisory_xact_lock(hashtext('${STOCK}')) as locked`

/** Brings the snapshot up to date; with `:note`, what became different is noted. */
export const LOOK_AT_STOCK = `
  with seen as (
    ${VARIANTS_NOW}
  ), changed as (
    select n.*, s.available as was, s.prices as were
    from seen n
    left join ${STOCK} s on s.variant_id = n.variant_id
    where s.variant_id is null or (s.available, s.prices) is distinct from (n.available, n.prices)
  ), kept as (
    insert into ${STOCK} (variant_id, product_id, available, prices)
    select variant_id, product_id, available, prices from changed
    on conflict (variant_id) do update
      set product_id = excluded.product_id, available = excluded.available, prices = excluded.prices
  )
  insert into ${STOCK_CHANGE} (at, kind, variant_id, product_id, currency, was, became)
  select :now::timestamptz, 'stock', variant_id, product_id, null, was, available
  from changed
  where :note::boolean and was is not null and available is not null and was <> available
  union all
  select :now::timestamptz, 'price', c.variant_id, c.product_id, p.key, (c.were ->> p.key)::numeric, p.value::numeric
  from changed c
  cross join lateral jsonb_each_text(c.prices) p
  where :note::boolean and (c.were ->> p.key)::numeric <> p.value::numeric
`

export const FORGET_CHANGES = `delete from ${STOCK_CHANGE} where at < :before`
