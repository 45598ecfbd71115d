/**
 * Membership is brought in line by difference, never rewritten: 4 to 7 times cheaper, and it says who entered and left.
 * The temporary table `fresh` holds who matches now, with what is added up of each.
 */

const ADDED_UP = `
  p.orders, p.revenue, p.subscribed & :email_bit > 0 and p.email_status = 'valid' as by_email,
  p.subscribed & :sms_bit > 0 and p.phone_status = 'valid' and p.phone_type is distinct from 'landline' as by_sms
`

/** @param matching - `from` and `where` of who matches, over profile `p` */
export const MAKE_FRESH = (matching: string) =>
  `create temp table fresh on commit drop as select p.id as profile_id, ${ADDED_UP} ${matching}`

/** Profiles told to the event bus in one message. */
const NEWS_BATCH = 1_000

const news = (moved: string, entered: boolean, when: string) => `
  select :no::int, ${entered}, :now::timestamptz, array_agg(profile_id)
  from (select profile_id, (row_number() over () - 1) / ${NEWS_BATCH} as part from ${moved}) m
  where ${when}
  group by part
`

/**
 * Both sides are sets, and who left is named one by one: the planner takes the members of a new segment for few, would join
 * them by looking through all of `fresh` for each, and they are many. 213,000 people took more than five minutes.
 * @param scope - of the members looked at: all of them, or only those in the temporary table `changed`
 */
const diff = (scope: string) => {
  const members = `select profile_id from engage_membership where segment_no = :no ${scope}`
  return `
  with entered as (
    insert into engage_membership (segment_no, profile_id, entered_at)
    select :no, f.profile_id, :now from (select profile_id from fresh except ${members}) f
    on conflict do nothing
    returning profile_id
  ), gone as (
    delete from engage_membership
    where segment_no = :no and profile_id = any(array(${members} except select profile_id from fresh))
    returning profile_id
  ), logged as (
    insert into engage_membership_log (segment_no, profile_id, at, entered)
    select :no::int, profile_id, :now::timestamptz, true from entered where :log::boolean
    union all
    select :no::int, profile_id, :now::timestamptz, false from gone
  ), told as (
    insert into engage_segment_news (segment_no, entered, at, profile_ids)
    ${news("entered", true, ":log::boolean")}
    union all
    ${news("gone", false, "true")}
  ), again as (
    insert into engage_segment_dirty (profile_id)
    select profile_id from entered where :needed::boolean union select profile_id from gone where :needed::boolean
    order by 1
    on conflict do nothing
  )
  select (select count(*)::int from entered) as entered, (select count(*)::int from gone) as left_count
`
}

export const DIFF_ALL = diff("")
export const DIFF_CHANGED = diff("and profile_id = any(array(select profile_id from changed))")

const statistics = (people: string) => `
  select count(*)::int as profiles, coalesce(sum(orders), 0)::float8 as orders, coalesce(sum(revenue), 0)::float8 as revenue,
    count(*) filter (where by_email)::int as reachable_email, count(*) filter (where by_sms)::int as reachable_sms
  from ${people}
`

/** What the members add up to now: of all of whom are in `fresh`, or looked up one by one. */
export const STATISTICS_OF_FRESH = statistics("fresh")
export const STATISTICS_OF_MEMBERS = statistics(`(
  select ${ADDED_UP} from engage_membership m join engage_profile p on p.id = m.profile_id where m.segment_no = :no
) members`)

export const SAVE_STATISTICS = `
  update engage_segment
  set profiles = :profiles, orders = :orders, revenue = :revenue, reachable_email = :reachable_email,
    reachable_sms = :reachable_sms, evaluated_at = :now, counted_at = :now, duration_ms = :duration_ms, error = null
  where no = :no
`

/** What changed is who is in it; what they add up to is counted another time. */
export const MOVE_STATISTICS = `
  update engage_segment
  set profiles = profiles + :entered - :left_count, evaluated_at = :now, duration_ms = :duration_ms, error = null
  where no = :no
  returning profiles, orders::float8 as orders, revenue::float8 as revenue
`

/** The next time a segment is looked at over everybody; a change of some profiles can only bring it forward. */
export const SAVE_DUE = `
  update engage_segment
  set due_at = case when :only_sooner then least(due_at, :due_at::timestamptz) else :due_at::timestamptz end
  where no = :no
`

export const SAVE_ERROR = `
  update engage_segment set error = :error, evaluated_at = :now, due_at = :due_at where no = :no
`

/** A point of the history where the members changed, and at least one a day. Nobody enters at the first: it is made then. */
export const LOG_HISTORY = `
  insert into engage_segment_history (segment_no, at, profiles, entered, left_count, orders, revenue)
  select :no::int, :now::timestamptz, :profiles::int,
    case when exists (select 1 from engage_segment_history where segment_no = :no) then :entered::int else 0 end, :left_count::int,
    :orders::bigint, :revenue::bigint
  where :entered::int + :left_count::int > 0 or not exists (
    select 1 from engage_segment_history where segment_no = :no and at > :now::timestamptz - interval '1 day'
  )
  on conflict (segment_no, at) do nothing
`

/** Makes one point of all that a past day has: its last count, with everybody who entered and left on it. */
export const THIN_HISTORY = `
  with days as (
    select segment_no, max(at) as last, min(at) as first, sum(entered)::int as entered, sum(left_count)::int as left_count
    from engage_segment_history
    where at < (:now::timestamptz at time zone :zone)::date::timestamp at time zone :zone
    group by segment_no, (at at time zone :zone)::date
    having count(*) > 1
  ), summed as (
    update engage_segment_history h
    set entered = d.entered, left_count = d.left_count
    from days d where h.segment_no = d.segment_no and h.at = d.last
  )
  delete from engage_segment_history h
  using days d where h.segment_no = d.segment_no and h.at >= d.first and h.at < d.last
`

export const LOCK_SEGMENT = `select evaluated_at from engage_segment where no = :no and deleted_at is null for update`

/** Profiles whose facts changed since segments last looked; whoever takes them brings every segment in line. */
export const CLAIM_CHANGED = `
  create temp table changed on commit drop as
  with claimed as (
    delete from engage_segment_dirty
    where profile_id in (select profile_id from engage_segment_dirty order by profile_id limit :limit for update skip locked)
    returning profile_id
  ) select profile_id from claimed
`

export const COUNT_CHANGED = `select count(*)::int as n from (select 1 from engage_segment_dirty limit :limit) d`
export const FORGET_CHANGED = `delete from engage_segment_dirty where at <= :before`

export const DUE_SEGMENTS = `
  select no from engage_segment
  where deleted_at is null and archived_at is null and (due_at is null or due_at <= :now)
  order by due_at nulls first
  limit 1
`

/** Midnight after `:now` in the shop's time zone. */
export const NEXT_DAY = `
  select ((:now::timestamptz at time zone :zone)::date + 1)::timestamp at time zone :zone as at
`

export const DROP_SEGMENT_NEWS = `delete from engage_segment_news where at < :before`
