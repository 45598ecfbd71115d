/** The key is made as in {@link file://../batch.ts}. */
export const REMOVE_EVENTS = `
  with named as (
    select at, message_id from jsonb_to_recordset(:rows::jsonb) as r (at timestamptz, message_id text)
  ), gone as (
    delete from engage_event e
    using named n
    where e.at = n.at and e.source = :source and e.message_id = n.message_id
    returning e.at, e.name, e.profile_id, e.message_id
  ), keys as (
    delete from engage_event_key k
    using gone g
    where k.key = md5(:source || E'\\n' || g.message_id)::uuid
  ), days as (
    update engage_event_day d
    set events = d.events - n.events
    from (select (at at time zone 'UTC')::date as day, name, count(*) as events from gone group by 1, 2) n
    where d.day = n.day and d.name = n.name and d.source = :source
  ), interests as (
    insert into engage_interest_dirty (profile_id)
    select distinct profile_id from gone where profile_id is not null order by 1
    on conflict do nothing
  )
  insert into engage_segment_dirty (profile_id)
  select distinct profile_id from gone where profile_id is not null order by 1
  on conflict do nothing
`
