import { STATE } from "../ledger/states"
import { PROFILE_SEARCH } from "../../profile/tables"
import { MESSAGE, SUPPRESSION } from "../tables"

/** Addresses of a domain that are looked at, the latest first. */
const LOOKED_AT = 100

const DEAD = `channel = 'email' and reason = 'hard_bounce'`
const DOMAIN = `split_part(address, '@', 2)`

/**
 * Domains of which at least `:least` addresses were given up since `:after`, although at least half of the latest had taken
 * messages before that did not come back.
 */
export const STORMS = `
  select d.domain, d.addresses, d.since, d.until
  from (
    select ${DOMAIN} as domain, count(*)::int as addresses, min(at) as since, max(at) as until,
      (array_agg(address order by at desc))[1:${LOOKED_AT}] as latest
    from ${SUPPRESSION}
    where ${DEAD} and at > :after
    group by 1
    having count(*) >= :least
  ) d
  cross join lateral (
    select count(*) as known, count(*) filter (where exists (
      select 1 from ${MESSAGE} m
      where m.profile_id = s.profile_id and m.run_at < d.since and m.channel = 'email' and m.state = ${STATE.accepted}
        and m.bounced_at is null
    )) as alive
    from ${PROFILE_SEARCH} s
    where s.email = any(d.latest)
  ) before
  where before.alive > 0 and before.alive * 2 >= before.known
  order by d.addresses desc, d.domain
`

/** One decision about storms at a time. */
export const LOCK_STORMS = `select pg_advisory_xact_lock(hashtext('engage storms'))`

/** Lets the addresses of a domain have messages again that were given up in a time, told in ms; answers which. */
export const END_STORM = `
  delete from ${SUPPRESSION}
  where ${DEAD} and ${DOMAIN} = :domain and at >= :since::timestamptz and at < :until::timestamptz + interval '1 millisecond'
  returning address
`
