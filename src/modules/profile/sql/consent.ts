/** Writes the states in `unnest(:profiles, :channels, :topics, :states)`, each with its log row, where they are news. */
export const WRITE_CONSENT = `
  with input as (
    select * from unnest(:profiles::bigint[], :channels::text[], :topics::text[], :states::text[], :methods::text[], :times::timestamptz[])
      as i (profile_id, channel, topic, state, method, at)
  ), written as (
    insert into engage_consent as c (profile_id, channel, topic, state, since, method)
    select profile_id, channel, topic, state, at, method from input
    on conflict (profile_id, channel, topic) do update
      set state = excluded.state, since = excluded.since, method = excluded.method
      where c.state <> excluded.state
    returning profile_id, channel, topic, state, since, method
  )
  insert into engage_consent_log (at, profile_id, channel, topic, state, method, ip, text_version, reason, actor)
  select since, profile_id, channel, topic, state, method, :ip, :text_version, :reason, :actor from written
  returning profile_id
`

/** Brings `engage_profile.subscribed` in line with the channel-wide consents of some profiles. */
export const REFRESH_SUBSCRIBED = `
  update engage_profile p
  set subscribed = s.mask, updated_at = now()
  from (
    select i.profile_id,
      coalesce(bit_or((1 << array_position(:channels::text[], c.channel) - 1)) filter (where c.state = 'subscribed'), 0)::smallint as mask
    from unnest(:profiles::bigint[]) as i (profile_id)
    left join engage_consent c on c.profile_id = i.profile_id and c.topic = '*'
    group by i.profile_id
  ) s
  where p.id = s.profile_id and p.subscribed <> s.mask
`

/** A person's consents with their proof, the channel as a whole before its topics. */
export const CONSENTS_OF = `
  select c.channel, c.topic, c.state, c.since, c.method, l.proof, coalesce(f.frequency, 'every') as frequency
  from engage_consent c
  left join engage_frequency f on f.profile_id = c.profile_id and f.channel = c.channel and f.topic = c.topic
  left join lateral (
    select jsonb_build_object('ip', l.ip, 'text_version', l.text_version, 'reason', l.reason, 'actor', l.actor) as proof
    from engage_consent_log l
    where l.profile_id = c.profile_id and l.channel = c.channel and l.topic = c.topic and l.at = c.since
    order by l.id desc limit 1
  ) l on true
  where c.profile_id = :profile
  order by c.channel, c.topic
`

/** Puts back what stood there before some consents, where what was written then still stands. */
export const TAKE_CONSENTS_BACK = `
  with input as (
    select * from jsonb_to_recordset(:rows::jsonb) as i (
      profile_id bigint, channel text, topic text, state text, at timestamptz, old_state text, old_since timestamptz
    )
  ), put_back as (
    update engage_consent c
    set state = i.old_state, since = i.old_since, method = 'taken back'
    from input i
    where c.profile_id = i.profile_id and c.channel = i.channel and c.topic = i.topic
      and c.state = i.state and c.since = i.at and i.old_state is not null
    returning c.profile_id, c.channel, c.topic, c.state
  ), removed as (
    delete from engage_consent c
    using input i
    where c.profile_id = i.profile_id and c.channel = i.channel and c.topic = i.topic
      and c.state = i.state and c.since = i.at and i.old_state is null
    returning c.profile_id, c.channel, c.topic, 'none' as state
  ), taken as (
    select * from put_back union all select * from removed
  ), logged as (
    insert into engage_consent_log (at, profile_id, channel, topic, state, method, actor)
    select :now, profile_id, channel, topic, state, 'taken back', :actor from taken
  )
  select profile_id::float8 as profile_id from taken
`
export const TOPICS = `
  select key, name, description, private, archived_at is not null as archived from engage_topic order by name
`

export const SAVE_TOPIC = `
  insert into engage_topic as t (key, name, description, private, archived_at)
  values (:key, :name, :description, :private, case when :archived::boolean then now() end)
  on conflict (key) do update
    set name = excluded.name, description = excluded.description, private = excluded.private,
      archived_at = case when :archived::boolean then coalesce(t.archived_at, now()) end
`

export const COUNT_TOPIC = `select count(*)::int as n from engage_consent where topic = :key`
export const DELETE_TOPIC = `delete from engage_topic where key = :key`
