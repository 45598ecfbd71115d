/** The customer of a profile whose values count first, as in `CUSTOMER_FACTS`, with the address that is shown. */
export const LEADING_CUSTOMER = `
  select c.id, c.email, c.has_account, c.metadata, a.id as address_id
  from engage_identity i
  join customer c on c.id = i.value and c.deleted_at is null
  left join lateral (
    select a.id from customer_address a
    where a.customer_id = c.id and a.deleted_at is null
    order by a.is_default_shipping desc, a.is_default_billing desc, a.updated_at desc
    limit 1
  ) a on true
  where i.kind = 'customer' and i.profile_id = :profile
  order by c.has_account desc, c.updated_at desc, c.id
  limit 1
`
