import { FREQUENCY } from "../tables"

export const WRITE_FREQUENCIES = `
  insert into ${FREQUENCY} as f (profile_id, channel, topic, frequency, since, method, actor)
  select :profile, :channel, i.topic, i.frequency, :at, :method, :actor
  from unnest(:topics::text[], :frequencies::text[]) as i (topic, frequency)
  where i.frequency <> 'every'
  on conflict (profile_id, channel, topic) do update
    set frequency = excluded.frequency, since = excluded.since, method = excluded.method, actor = excluded.actor
    where f.frequency <> excluded.frequency
`

/** Every message again. */
export const FORGET_FREQUENCIES = `
  delete from ${FREQUENCY} f
  using unnest(:topics::text[], :frequencies::text[]) as i (topic, frequency)
  where f.profile_id = :profile and f.channel = :channel and f.topic = i.topic and i.frequency = 'every'
`

export const FREQUENCY_OF = `
  select frequency from ${FREQUENCY} where profile_id = :profile and channel = :channel and topic = :topic
`
