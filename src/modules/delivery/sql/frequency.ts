import { FREQUENCY } from "../../profile/tables"
import { SKIP, STATE } from "../ledger/states"
import { MESSAGE } from "../tables"
import { WAITING_IN_CHUNK } from "./chunk"
import { CONTACTS, PEOPLE_OF_CHUNK } from "./policy"

/** People who want to hear about the topic on the channel less often than we write: few, so they are looked up first. */
const wishing = (people: string) => `
  select who.profile_id, (:hours::jsonb ->> f.frequency)::int as hours
  from (${people}) who
  join ${FREQUENCY} f on f.profile_id = who.profile_id and f.channel = :of_channel and f.topic = :of_topic
`

/**
 * Those of some people who had a message about the topic on the channel so lately that another would be more than they want.
 * @param people - select of `profile_id`
 */
export const tooFrequent = (people: string) => `
  select who.profile_id
  from (${wishing(people)}) who
  where exists (
    select 1 from (${CONTACTS}) t
    where t.channel = :of_channel and t.topic = :of_topic
      and t.at > :policy_now::timestamptz - make_interval(hours => who.hours)
  )
`

export const WISHING_OF_CHUNK = `select 1 as one from (${wishing(PEOPLE_OF_CHUNK)}) w limit 1`

export const SKIP_TOO_FREQUENT = `
  update ${MESSAGE} m
  set state = ${STATE.skipped}, reason = ${SKIP.frequency}
  where ${WAITING_IN_CHUNK} and m.profile_id in (${tooFrequent(PEOPLE_OF_CHUNK)})
`
