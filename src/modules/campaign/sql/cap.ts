import { STATE } from "../../delivery/ledger/states"
import { MESSAGE, RUN } from "../../delivery/tables"

/** Of two freezes that look at what the other writes, one waits: the one with a cap waits for all, and all for it. */
export const lockCap = (capped: boolean) =>
  `select pg_advisory_xact_lock${capped ? "" : "_shared"}(hashtext('engage broadcast cap'))`

/** Runs of other broadcasts of the series or folder from a day (`YYYY-MM-DD`) on, and those that took people over from them. */
export const RUNS_ALIKE = `
  with recursive alike as (
    select b.run_id as id
    from engage_broadcast b
    where b.run_id is not null and b.id <> :id and (b.series_id = :series or b.folder = :folder)
      and coalesce(
        left(b.plan #>> '{schedule,at}', 10), to_char(b.started_at at time zone :zone::text, 'YYYY-MM-DD')
      ) >= :since
    union all
    select f.id from ${RUN} f join alike a on f.follows = a.id
  )
  select r.id::float8 as id, r.started_at from ${RUN} r join alike using (id)
`

/** People to whom so many messages of some runs went, may have gone or will go. */
export const HAD_ENOUGH = `
  select m.profile_id
  from ${MESSAGE} m
  where m.run_id = any(:runs::bigint[]) and m.run_at = any(:run_ats::timestamptz[])
    and m.state in (${STATE.waiting}, ${STATE.accepted}, ${STATE.uncertain}) and m.bounced_at is null
  group by m.profile_id
  having count(*) >= :max::int
`
