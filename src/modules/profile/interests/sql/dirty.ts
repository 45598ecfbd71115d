/** Everybody who has or may have an interest is computed again. */
export const MARK_EVERYBODY = `
  insert into engage_interest_dirty (profile_id)
  select profile_id from engage_interest
  union
  select profile_id from engage_purchase where counted
  union
  select profile_id from engage_event where profile_id is not null and name like 'Product %'
  order by 1
  on conflict do nothing
`

/** People whose trend time alone may have changed, and those whose interests have faded since they were computed. */
export const MARK_AGED = `
  insert into engage_interest_dirty (profile_id)
  select distinct profile_id from engage_interest
  where last_at > :now::timestamptz - interval '31 days' or at < :now::timestamptz - interval '30 days'
  order by 1
  on conflict do nothing
`

export const CLAIM_INTERESTED = `
  create temp table interested on commit drop as
  with claimed as (
    delete from engage_interest_dirty
    where profile_id in (
      select profile_id from engage_interest_dirty order by profile_id limit :limit for update skip locked
    )
    returning profile_id
  ) select profile_id from claimed
`

export const COUNT_WAITING = `
  select count(*)::int as waiting from (select 1 from engage_interest_dirty limit 1000000) d
`
