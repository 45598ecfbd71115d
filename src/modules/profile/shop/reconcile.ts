import { REAL_ORDER } from "./orders"

/** Both sides of the books, counted independently, and what only one side has. */

export const COUNT_ORDERS = `
  select
    (select count(*) from "order" o where ${REAL_ORDER})::float8 as shop,
    (select count(*) from engage_purchase where source = 'shop')::float8 as ours
`

export const COUNT_CUSTOMERS = `
  select
    (select count(*) from customer where deleted_at is null)::float8 as shop,
    (select count(*) from engage_identity where kind = 'customer')::float8 as ours
`

/** Orders that one side lacks, or that the two sides date, cancel or attribute differently. */
export const DRIFTED_ORDERS = `
  select coalesce(o.id, p.order_id) as id
  from (select o.* from "order" o where ${REAL_ORDER}) o
  full join (select * from engage_purchase where source = 'shop') p on p.order_id = o.id
  where o.id is null or p.order_id is null
    or p.placed_at <> o.created_at
    or p.status <> o.status::text
    or p.customer_id is distinct from o.customer_id
  limit :limit
`

export const DRIFTED_CUSTOMERS = `
  select coalesce(c.id, i.value) as id
  from (select id from customer where deleted_at is null) c
  full join (select value from engage_identity where kind = 'customer') i on i.value = c.id
  where c.id is null or i.value is null
  limit :limit
`
