import { PROFILE, PURCHASE } from "../../profile/tables"
import { MESSAGE_EVENT } from "../tables"

/** What each sign weighs: somebody who clicks reads with more time than one who opens; who buys may not have read at all. */
const WEIGHT = { opened: 1, clicked: 2, purchase: 0.5 }

/**
 * What people did by the hour of their own day (`profile_id`, `hour`, `weight`), between `:since` and `:until`: the first
 * opening and the first click of each message, by people and not by machines, and purchases. Who has no zone of their own
 * lives in `:best_zone`.
 */
const SIGNS = `
  select p.id as profile_id,
    extract(hour from s.at at time zone coalesce(p.time_zone, :best_zone))::int as hour,
    sum(s.weight) as weight
  from (
    select profile_id, min(at) as at, case kind when 'clicked' then ${WEIGHT.clicked} else ${WEIGHT.opened} end as weight
    from ${MESSAGE_EVENT}
    where kind in ('opened', 'clicked') and verdict = 'human' and at >= :since and at < :until
    group by profile_id, run_id, pass, kind
    union all
    select profile_id, placed_at, ${WEIGHT.purchase}
    from ${PURCHASE}
    where counted and placed_at >= :since and placed_at < :until
  ) s
  join ${PROFILE} who on who.id = s.profile_id
  join ${PROFILE} p on p.id = coalesce(who.merged_into, who.id) and p.removed_at is null
  group by 1, 2
`

/** What everybody did, by hour. */
export const SHOP_SIGNS = `
  select hour, sum(weight)::float8 as weight from (${SIGNS}) signs group by hour
`

/**
 * The best hour of each person (`profile_id`, `hour`) for whom it is another than the shop's; see `bestHour` for how it is
 * found. `:best_shares` are the shop's shares, hour by hour, `:best_open` the hours that may be.
 */
export const BEST_HOURS = `
  select profile_id, hour
  from (
    select distinct on (profile_id) profile_id, hour, score
    from (
      select profile_id, hour, weight + :best_prior::float8 * (:best_shares::float8[])[hour + 1] as score,
        (:best_shares::float8[])[hour + 1] as share
      from (${SIGNS}) signs
      where hour = any(:best_open::int[])
    ) scored
    order by profile_id, score desc, share desc, abs(hour - :best_middle::int), hour
  ) best
  where hour <> :best_hour::int and score > :best_prior::float8 * (:best_shares::float8[])[:best_hour::int + 1]
`
