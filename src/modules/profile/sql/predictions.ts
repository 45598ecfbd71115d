/** Buying histories for the models of {@link file://../metrics/model/purchases.ts}; one order a day counts. */
const HISTORY = `
  select u.profile_id, count(distinct (u.placed_at at time zone :zone)::date) - 1 as x,
    (max(u.placed_at at time zone :zone)::date - min(u.placed_at at time zone :zone)::date) as tx,
    ((:now::timestamptz at time zone :zone)::date - min(u.placed_at at time zone :zone)::date) as t,
    count(*) filter (where u.net_base > 0) as orders,
    avg(u.net_base) filter (where u.net_base > 0) as mean
  from engage_purchase u
`

/** How many buyers there are, and how many of them came back another day. */
export const COUNT_BUYERS = `
  select count(*) filter (where orders > 0)::float8 as buyers,
    count(*) filter (where first_order_at::date <> last_order_at::date)::float8 as repeat_buyers
  from engage_profile where removed_at is null
`

/** Histories of an even sample of buyers: every step-th. */
export const SAMPLE_HISTORIES = `
  select x::float8 as x, tx::float8 as tx, greatest(t, 0)::float8 as t, orders::float8 as orders, mean::float8 as mean
  from (
    ${HISTORY}
    where u.counted and u.profile_id % :step = 0 and u.placed_at <= :now::timestamptz
    group by u.profile_id
  ) h
`

/** Histories of the next buyers by number. */
export const NEXT_HISTORIES = `
  with people as (
    select id from engage_profile where id > :after and orders > 0 and removed_at is null order by id limit :limit
  )
  select h.profile_id::float8 as id, x::float8 as x, tx::float8 as tx, greatest(t, 0)::float8 as t, orders::float8 as orders,
    mean::float8 as mean
  from (
    ${HISTORY} join people on people.id = u.profile_id
    where u.counted and u.placed_at <= :now::timestamptz
    group by u.profile_id
  ) h
  order by h.profile_id
`

/** Writes predictions; a change of the risk band is noted in the history when there was a band before. */
export const WRITE_PREDICTIONS = `
  with input as (
    select * from unnest(:ids::bigint[], :alive::real[], :risk::real[], :bands::text[], :next::timestamptz[], :orders::real[],
      :values::bigint[], :cltv::bigint[]) as i (id, alive, risk, band, next_at, orders, value, cltv)
  ), changed as (
    update engage_profile p
    set alive = i.alive, churn_risk = i.risk, churn_band = i.band, next_order_at = i.next_at, predicted_orders = i.orders,
      predicted_value = i.value, cltv_predicted = i.cltv
    from input i join engage_profile old on old.id = i.id
    where p.id = i.id
      and (p.alive, p.churn_risk, p.churn_band, p.next_order_at, p.predicted_orders, p.predicted_value, p.cltv_predicted)
        is distinct from (i.alive, i.risk, i.band, i.next_at, i.orders, i.value, i.cltv)
    returning p.id, old.churn_band as was, i.band as now
  ), noted as (
    insert into engage_value_log (at, profile_id, kind, key, old, new, source)
    select :now, id, 'metric', 'churn_band', was, now, 'job' from changed where was <> now
  )
  insert into engage_segment_dirty (profile_id) select id from changed order by 1 on conflict do nothing
`

/** Takes predictions away where there is nothing to predict from. */
export const CLEAR_PREDICTIONS = `
  update engage_profile
  set alive = null, churn_risk = null, churn_band = null, next_order_at = null, predicted_orders = null, predicted_value = null,
    cltv_predicted = null
  where alive is not null and (:all or orders = 0)
`
