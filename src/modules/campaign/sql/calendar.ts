import { sentByRuns } from "../../delivery/sql/progress"
import { RUN } from "../../delivery/tables"
import type { SqlFragment } from "../../../lib/db"

/** Broadcasts that start or started in a time, with how many they go to or in the end went to, and drafts that name one. */
export const CALENDAR = `
  select b.id,
    case when b.status in ('completed', 'cancelled') then (${sentByRuns("r.id")}) else r.frozen::float8 end as people
  from engage_broadcast b
  left join ${RUN} r on r.id = b.run_id
  where b.deleted_at is null and b.archived_at is null
    and (
      coalesce(b.started_at, b.collect_at) >= :from and coalesce(b.started_at, b.collect_at) < :to
      or b.status = 'draft' and b.plan #>> '{schedule,mode}' <> 'now'
    )
  order by b.created_at
  limit 500
`

/** Scheduled broadcasts that repeat and have their next run before a time. */
export const REPEATING = `
  select b.id from engage_broadcast b
  where b.status = 'scheduled' and b.collect_at < :to and b.plan #> '{schedule,repeat,every}' is not null
    and b.deleted_at is null and b.archived_at is null
  order by b.collect_at
  limit 100
`

/** How many people two audiences have in common, and how many each has. */
export function commonPeople(first: SqlFragment, second: SqlFragment): string {
  return `
    select
      count(*) filter (where a.profile_id is not null and b.profile_id is not null)::float8 as people,
      count(a.profile_id)::float8 as first,
      count(b.profile_id)::float8 as second
    from (select distinct profile_id from (${first.sql}) a) a
    full join (select distinct profile_id from (${second.sql}) b) b on a.profile_id = b.profile_id
  `
}
