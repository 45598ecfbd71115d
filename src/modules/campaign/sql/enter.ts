import { PRODUCT, PROFILE } from "../../profile/tables"
import { MEMBERSHIP, SEGMENT } from "../../segment/tables"
import { CAMPAIGN, ENROLLMENT } from "../tables"
import { HELD_OUT, isHeldOut } from "./holdout"

/** Takes a live campaign's triggers to look at; nobody else looks meanwhile, so that re-entry holds. */
const takeScan = (ifTaken: string) => `
  select id, version, scanned_at, live_since, watched_at, marks
  from ${CAMPAIGN}
  where id = :id and status = 'live' and deleted_at is null
  for update ${ifTaken}
`
export const TAKE_SCAN = takeScan("skip locked")
/** {@link TAKE_SCAN} by whoever has somebody to let in now, and so waits for others to end. */
export const AWAIT_SCAN = takeScan("")

export const SAVE_SCAN = `
  update ${CAMPAIGN}
  set scanned_at = :scanned_at, watched_at = :watched_at, marks = marks || :marks::jsonb
  where id = :id
`

export const SEGMENT_MEMBERS = `
  select m.profile_id, 'member' as key, :now::timestamptz as at, '{}'::jsonb as context
  from ${MEMBERSHIP} m
  where m.segment_no = (select no from ${SEGMENT} where id = :segment)
`

export const NAMED_PEOPLE = `
  select p.id as profile_id, :key::text as key, :now::timestamptz as at, :context::jsonb as context
  from unnest(:profiles::bigint[]) as p (id)
`

/** What something is about: a person may come in once for each. */
const OBJECT = `coalesce(context ->> 'order_id', context ->> 'cart_id', context ->> 'product_id', key)`

/**
 * What something is about, with how the product in it is called, so that messages can say it.
 * @param context - SQL of the jsonb
 */
export const withProduct = (context: string) => `
  ${context} || coalesce((
    select jsonb_strip_nulls(jsonb_build_object('product_name', d.title, 'product_handle', d.handle, 'product_image', d.thumbnail))
    from ${PRODUCT} d where d.product_id = ${context} ->> 'product_id'
  ), '{}')`

/**
 * Who would come in: by the rule of coming in again, and nobody by a key by which they came before.
 * @param found - select of `profile_id`, `key`, `at` and `context`
 * @param may - select of `profile_id`: who may come in, or null for everybody
 */
export function entrants(found: string, may: string | null): string {
  return `
    select f.*
    from (
      select news.*, row_number() over (partition by profile_id order by at, key) as place
      from (
        select profile_id, case when :mode = 'per_object' then 'object ' || ${OBJECT} else key end as key, at, context
        from (${found}) found
      ) news
      where not exists (
        select 1
        from ${ENROLLMENT} e
        where e.campaign_id = :id and e.profile_id = news.profile_id and e.trigger_key = news.key
      )
    ) f
    join ${PROFILE} p on p.id = f.profile_id and p.removed_at is null
    ${may ? `join (${may}) may on may.profile_id = f.profile_id` : ""}
    where case :mode
      when 'always' then true
      when 'per_object' then true
      when 'at_most' then f.place <= :times::int - (
        select count(*) from ${ENROLLMENT} e where e.campaign_id = :id and e.profile_id = f.profile_id
      )
      else f.place = 1 and not exists (
        select 1
        from ${ENROLLMENT} e
        where e.campaign_id = :id and e.profile_id = f.profile_id
          and case :mode
            when 'after_days' then f.at < make_interval(days => :days::int)
              + case when :from_exit then coalesce(e.ended_at, 'infinity') else e.entered_at end
            when 'one_at_a_time' then e.ended_at is null
            else true
          end
      )
    end
  `
}

/**
 * Lets {@link entrants} in, each with where they begin; those held out get a way that has ended. Tells how many came in.
 */
export function enter(found: string, may: string | null): string {
  return `
    with came as (
      insert into ${ENROLLMENT}
        (campaign_id, version, profile_id, trigger_key, step, due_at, entered_at, moves, path, context, ended_at, reason)
      select :id, :version, f.profile_id, f.key, case when not held then :step end, case when not held then :now::timestamptz end, f.at,
        case when held then 0 else :moves::int end, case when held then '[]' else :path::jsonb end, ${withProduct("f.context")},
        case when held then :now::timestamptz end, case when held then '${HELD_OUT}' end
      from (${entrants(found, may)}) f
      cross join lateral (select ${isHeldOut("f.profile_id")} as held) h
      order by f.at, f.profile_id
      on conflict do nothing
      returning reason
    )
    select count(*) filter (where reason is null)::float8 as entered from came
  `
}
