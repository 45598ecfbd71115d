/** Which customers belong to a Medusa customer group, and whether it is there. */
export const GROUP_BY_ID = `select id, name from customer_group where id = :group and deleted_at is null`

/**
 * How a customer group differs from a set of profiles (`:wanted`, a select of `profile_id`): customers to add, customers
 * to remove. Every customer of a profile counts, registered or guest.
 */
export const groupDifference = (wanted: string) => `
  with wanted as (
    select i.value as id
    from engage_identity i
    join customer c on c.id = i.value and c.deleted_at is null
    where i.kind = 'customer' and i.profile_id in (${wanted})
  ), present as (
    select customer_id as id from customer_group_customer where customer_group_id = :group and deleted_at is null
  )
  select array(select id from wanted except select id from present order by 1) as add,
    array(select id from present except select id from wanted order by 1) as remove
`

/** Customers of some profiles that are in a group, or are not, as `:inside` says. */
export const CUSTOMERS_TO_CHANGE = `
  select c.id
  from engage_identity i
  join customer c on c.id = i.value and c.deleted_at is null
  where i.kind = 'customer' and i.profile_id = any(:profiles::bigint[]) and :inside::boolean = exists (
    select 1 from customer_group_customer g
    where g.customer_id = c.id and g.customer_group_id = :group and g.deleted_at is null
  )
  order by c.id
`
