/** Names of the products in `pulled`, as the shop has them now. A deleted product keeps its last name. */
export const UPSERT_PRODUCTS = `
  insert into engage_product as e (product_id, title, handle, thumbnail)
  select p.id, p.title, p.handle, p.thumbnail
  from pulled join product p on p.id = pulled.id
  on conflict (product_id) do update
    set title = excluded.title, handle = excluded.handle, thumbnail = excluded.thumbnail
    where (e.title, e.handle, e.thumbnail) is distinct from (excluded.title, excluded.handle, excluded.thumbnail)
`
