import { type Db, execute, query } from "../../../lib/db"
import { METRICS } from "./definitions"

/** The values at 0 %, 1 % … 100 % of all profiles, for each metric that is a number. */
type Spread = { key: string; at: Date; points: number[] }

const POINTS = 101
/** Up to so many profiles are counted exactly, of more an even sample. */
const SAMPLE = 200_000

const BASE = `select count(*)::float8 as n from engage_profile where removed_at is null`

const MEASURE = (sql: string) => `
  insert into engage_metric_spread (key, at, profiles, points)
  select :key, :now, count(v)::int, percentile_disc(
    (select array_agg(i / 100.0) from generate_series(0, 100) i)) within group (order by v)
  from (select (${sql})::float8 as v from engage_profile p where p.removed_at is null and p.id % :step = 0) x
  where v is not null
  having count(v) > 0
  on conflict (key) do update set at = excluded.at, profiles = excluded.profiles, points = excluded.points
`

/** Whether a metric can be compared with everybody's. */
const comparable = (metric: (typeof METRICS)[number]) =>
  ["number", "money", "share"].includes(metric.type)

/** Measures how the values of each metric are spread over everybody. */
export async function measureSpread(db: Db, now: Date, zone: string): Promise<void> {
  const [{ n }] = await query<{ n: number }>(db, BASE)
  const step = Math.max(1, Math.floor(n / SAMPLE))
  for (const { key, sql } of METRICS.filter(comparable)) {
    await execute(db, MEASURE(sql), { key, now, zone, step })
  }
}

/** The spreads as last measured, by metric. */
export async function readSpreads(db: Db): Promise<Map<string, Spread>> {
  const rows = await query<Spread>(db, `select key, at, points from engage_metric_spread`)
  return new Map(rows.map((row) => [row.key, row]))
}

/**
 * How many percent of everybody have a lower value; of equal values half are counted as lower, so that the many with the
 * most common value stand in their middle.
 */
export function percentileOf(points: number[], value: number): number {
  const lower = points.filter((p) => p < value).length
  const equal = points.filter((p) => p === value).length
  return Math.min(99, Math.round(((lower + equal / 2) / POINTS) * 100))
}
