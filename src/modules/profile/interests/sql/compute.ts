import { FACETS } from "../../shop/facets"

/**
 * What people did that shows an interest: product lines of orders that count, and events. Of one product at most three
 * views a day count. Takes `:since` and `:now`, the names of events with their signals and weights, and `:ordered`.
 */
const SIGNALS = `
  signal as materialized (
    select u.profile_id, 'ordered' as signal, :ordered::float8 as weight, u.placed_at as at, d.id as product_no, d.product_id,
      null::text as category
    from interested t
    join engage_purchase u on u.profile_id = t.profile_id and u.counted and u.placed_at > :since::timestamptz
      and u.placed_at <= :now::timestamptz
    join engage_purchase_line l on l.purchase_id = u.id and l.quantity > 0
    join engage_product d on d.id = l.product_no
    union all
    select e.profile_id, e.signal, e.weight, e.at, d.id, d.product_id, case when d.id is null then e.properties ->> 'category' end
    from (
      select e.profile_id, w.signal, w.weight, e.at, e.properties,
        row_number() over (
          partition by e.profile_id, w.signal, e.properties ->> 'product_id', (e.at at time zone :zone)::date order by e.at, e.id
        ) as n
      from interested t
      join engage_event e on e.profile_id = t.profile_id and e.at > :since::timestamptz and e.at <= :now::timestamptz
      join unnest(:names::text[], :signals::text[], :weights::float8[]) as w (name, signal, weight) on w.name = e.name
    ) e
    left join engage_product d on d.product_id = e.properties ->> 'product_id'
    where (e.signal <> 'viewed' or e.n <= 3) and (d.id is not null or e.signal = 'category_viewed')
  )
`

/** The category that an event names by its id, its handle or its name. */
const NAMED_CATEGORIES = `
  named_category as (
    select distinct on (v.text) v.text, c.id
    from (select distinct category as text from signal where category is not null) v
    join product_category c on c.deleted_at is null and (c.id = v.text or c.handle = lower(v.text) or lower(c.name) = lower(v.text))
    order by v.text, c.id = v.text desc, c.handle = lower(v.text) desc, c.id
  )
`

/**
 * Scores of everybody in `interested` as of `:now`: every signal's weight times what its product has to do with the thing,
 * halved every `:half_life` days. `before` is the score of 30 days ago. The ten strongest of a kind are kept.
 */
export const COMPUTE_INTERESTS = `
  create temp table interest on commit drop as
  with ${SIGNALS},
  wanted as materialized (select distinct product_no, product_id from signal where product_no is not null),
  ${FACETS},
  ${NAMED_CATEGORIES},
  point as (
    select s.profile_id, f.kind, f.ref, s.weight * f.factor as weight, s.at, s.signal
    from signal s join facet f on f.product_no = s.product_no
    union all
    select s.profile_id, 'category', c.ref, s.weight * c.factor, s.at, s.signal
    from signal s
    join named_category n on n.text = s.category
    join category_path c on c.own = n.id
  ), score as (
    select profile_id, kind, ref,
      sum(weight * power(0.5, extract(epoch from :now::timestamptz - at)::float8 / 86400 / :half_life::float8)) as score,
      coalesce(sum(weight * power(0.5, extract(epoch from :now::timestamptz - interval '720 hours' - at)::float8 / 86400
        / :half_life::float8)) filter (where at <= :now::timestamptz - interval '720 hours'), 0) as before,
      max(at) as last_at,
      (array_agg(signal order by at desc, signal))[1] as last_signal
    from point
    group by profile_id, kind, ref
  ), ranked as (
    select *, score / sum(score) over (partition by profile_id, kind) as share,
      row_number() over (partition by profile_id, kind order by score desc, ref) as rank
    from score where score >= 0.01
  )
  select profile_id, kind, ref, score, greatest(before, 0) as before, share::real as share, rank::smallint as rank, last_at, last_signal
  from ranked where rank <= 10
`

export const DELETE_FADED = `
  delete from engage_interest i
  using interested t
  where i.profile_id = t.profile_id
    and not exists (
      select 1 from interest n where n.profile_id = i.profile_id and n.kind = i.kind and n.ref = i.ref
    )
`

export const UPSERT_INTERESTS = `
  insert into engage_interest as i (profile_id, kind, ref, score, before, share, rank, at, last_at, last_signal)
  select profile_id, kind, ref, score, before, share, rank, :now::timestamptz, last_at, last_signal from interest
  on conflict (profile_id, kind, ref) do update
    set score = excluded.score, before = excluded.before, share = excluded.share, rank = excluded.rank, at = excluded.at,
      last_at = excluded.last_at, last_signal = excluded.last_signal
`

export const SEGMENTS_DIRTY_INTERESTED = `
  insert into engage_segment_dirty (profile_id) select profile_id from interested order by 1 on conflict do nothing
`
