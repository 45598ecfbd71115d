/** Who has probably stopped buying, as far as the shop's model can tell, has no next order to be expected. */
const SURE_ENOUGH = 0.5
/** The next order has come as expected when it comes within so much of the usual time around the day. */
const TOLERANCE = 0.5

/** As many times of the shop's people stand beside a person's own: so the chances came true on a shop's year of orders. */
const PRIOR = 6
/** How often a time is as long as usual in a shop of which nothing is known, which counts like so many times. */
const USUAL = 0.375
const USUAL_COUNTS = 20

/** A number that the daily scoring has found for the whole shop. */
const SHOP = (name: "stay" | "usual") =>
  `(select (value ->> '${name}')::float8 from engage_state where key = 'predictions')`

const asUsual = (gap: string, usual: string) => `abs(${gap} - ${usual}) <= ${TOLERANCE} * ${usual}`

const known = (sql: string) => `
  case when p.orders >= 2 and p.median_gap_days >= 1 and coalesce(p.alive, 1) >= ${SURE_ENOUGH} then ${sql} end`

/** When the next order of the profile `p` is due by the person's own usual time between orders; SQL, null when not known. */
export const EXPECTED_ORDER_AT = known(
  `p.last_order_at + make_interval(days => round(p.median_gap_days)::int)`
)

/**
 * How likely the next order comes within half the usual time around that day, 0 to 1: the chance that the person still buys
 * (the model's, or without one how often people of this shop who came back came again), times the chance that the time to
 * the next order is as long as usual. Of n times k were, one of which is the median itself; to the n - 1 others come
 * {@link PRIOR} of the shop as a whole, the mean of a beta-binomial.
 */
export const EXPECTED_ORDER_SURE = known(`
  coalesce(p.alive::float8, ${SHOP("stay")}, ${SURE_ENOUGH}) * (
    select (greatest(count(*) filter (where ${asUsual("gap", "p.median_gap_days")}) - 1, 0) + ${PRIOR} * coalesce(${SHOP("usual")}, ${USUAL}))
      / (count(*) - 1 + ${PRIOR})
    from (
      select date_part('epoch', p.last_orders[i] - p.last_orders[i + 1]) / 86400 as gap
      from generate_series(1, cardinality(p.last_orders) - 1) i
    ) gaps
  )`)

/** An expectation as of now: none once that time has passed without an order. */
export const stillExpected = (sql: string) => `
  (case when :now::timestamptz <= p.last_order_at + make_interval(secs => p.median_gap_days * ${1 + TOLERANCE} * 86400) then ${sql} end)`

/**
 * What the shop's people are like. `stay`: how often those who had come back came again, of the orders from the second on
 * whose outcome is known, with Laplace's rule; an order is taken for the last once so much more than the usual time has
 * passed. `usual`: how often the latest time between two orders was as long as the earlier ones of the same person.
 */
export const SHOP_RHYTHM = `
  select (sum(greatest(orders - 2, 0)) + 1)::float8
      / (sum(greatest(orders - 2, 0)) + count(*) filter (where not (${stillExpected("true")} is true)) + 2) as stay,
    (count(*) filter (where ${asUsual("gaps.latest", "gaps.earlier")}) + ${USUAL * USUAL_COUNTS})::float8
      / (count(gaps.earlier) + ${USUAL_COUNTS}) as usual
  from engage_profile p
  cross join lateral (
    select max(gap) filter (where i = 1) as latest, percentile_cont(0.5) within group (order by gap) filter (where i > 1) as earlier
    from (
      select i, date_part('epoch', p.last_orders[i] - p.last_orders[i + 1]) / 86400 as gap
      from generate_series(1, cardinality(p.last_orders) - 1) i
    ) gap
  ) gaps
  where removed_at is null and orders >= 2 and median_gap_days >= 1
`
