import type { SqlFragment } from "../../../lib/db"
import { PROFILE } from "../../profile/tables"

/** Days between two instants, and which day of theirs has people do something on them. */
const DAYS = `
  select day::date as day, day::date - :offset::int as occasion
  from generate_series(:since::timestamptz::date - 1, :now::timestamptz::date + 1, interval '1 day') day
`

/** The same with the names that the day has: 28 February is the 29th too, in years without one. */
const NAMED_DAYS = `
  select day, occasion, unnest(case
    when to_char(occasion, 'MM-DD') = '02-28' and to_char(occasion + 1, 'MM-DD') = '03-01' then array['02-28', '02-29']
    else array[to_char(occasion, 'MM-DD')] end) as name
  from (${DAYS}) days
`

/**
 * People whose day has come, at a time of day where they live: each year or once. Who was born on 29 February has their
 * day on 28 February in other years.
 * @param key - what the day is, for the key
 * @param date - SQL of a date over the profile `p`
 */
export function onDay(
  key: string,
  date: string,
  { offset, time }: { offset: number; time: string },
  yearly: boolean,
  params: Record<string, unknown> = {}
): SqlFragment {
  // Days are joined by their name, which is made once for each person: all people are looked at, each only once.
  const same = yearly
    ? `to_char(p.day, 'MM-DD') = d.name and d.occasion > p.day`
    : `d.occasion = p.day`
  return {
    sql: `
      select profile_id, key, at, context
      from (
        select p.id as profile_id, :occasion || ' ' || d.occasion as key,
          (d.day + :time::time) at time zone coalesce(p.time_zone, :zone) as at,
          jsonb_build_object('date', d.occasion) as context
        from (${yearly ? NAMED_DAYS : DAYS}) d
        join (
          select p.id, p.time_zone, ${date} as day from ${PROFILE} p where p.removed_at is null
        ) p on ${same}
      ) f
      where at > :since::timestamptz and at <= :now::timestamptz and at >= :live_since::timestamptz
    `,
    params: { ...params, occasion: key, offset, time },
  }
}
