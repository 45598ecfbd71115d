import { subDays } from "date-fns"
import { type Db, query, queryOne } from "../../../lib/db"
import type { AssignedMetric, MetricValue } from "../../../types/profile"
import { listFields } from "../fields/store"
import { METRICS } from "../metrics/definitions"
import type { MetricDefinition } from "../metrics/metric"
import { percentileOf, readSpreads } from "../metrics/spread"
import { AGGREGATE, DERIVED } from "../sql/metrics"
import { readState } from "../state"

/** Days back that a metric is compared with. */
const BACK_DAYS = 30

/** Metrics that purchases alone do not tell of an earlier day. */
const NOT_REWOUND = [
  "r",
  "f",
  "m",
  "rfm_group",
  "orders_365",
  "revenue_365",
  "days_since_registration",
]

type Values = Record<string, number | string | Date | null>
type Context = { now: Date; zone: string; currency: string }

/** Every metric of a person with its place among everybody's and what it was 30 days ago. */
export async function readMetrics(
  db: Db,
  id: number,
  { now, zone, currency }: Context
): Promise<MetricValue[]> {
  const [row, then, spreads, computed] = await Promise.all([
    queryOne<Values>(db, `select ${columns(METRICS)} from engage_profile p where p.id = :id`, {
      id,
      now,
      zone,
    }),
    rewind(db, id, subDays(now, BACK_DAYS), zone),
    readSpreads(db),
    readState<{ at: string }>(db, "metrics"),
  ])
  return METRICS.map((metric) => {
    const value = plain(row?.[metric.key] ?? null)
    const spread = spreads.get(metric.key)
    return {
      key: metric.key,
      label: metric.label,
      formula: metric.formula,
      unit: metric.unit,
      value,
      currency: metric.unit === "money" ? currency : null,
      percentile: spread && typeof value === "number" ? percentileOf(spread.points, value) : null,
      before: plain(then[metric.key] ?? null),
      behind: metric.behind ?? null,
      as_of: computed?.at ?? null,
    }
  })
}

/** What the metrics came to on an earlier day, from the orders placed until then. */
async function rewind(db: Db, id: number, now: Date, zone: string): Promise<Values> {
  const metrics = METRICS.filter(
    (m) => !NOT_REWOUND.includes(m.key) && !/alive|churn|predicted|next_order/.test(m.sql)
  )
  const derived = Object.entries(DERIVED).map(([key, sql]) => `${sql} as ${key}`)
  const row = await queryOne<Values>(
    db,
    `select ${columns(metrics)} from (
       select a.*, ${derived}
       from (${AGGREGATE} where p.profile_id = :id and p.placed_at <= :now::timestamptz group by p.profile_id) a
     ) p`,
    { id, now, zone }
  )
  if (row) return row
  return Object.fromEntries(metrics.filter((m) => !m.nullable).map((m) => [m.key, 0]))
}

function columns(metrics: MetricDefinition[]): string {
  return metrics
    .map(
      (m) =>
        `(${m.sql})${["number", "money", "share"].includes(m.type) ? "::float8" : ""} as ${m.key}`
    )
    .join(", ")
}

const plain = (value: number | string | Date | null) =>
  value instanceof Date ? value.toISOString() : value

const ASSIGNED = `select assigned from engage_profile where id = :id`
const HISTORY = `
  select key, at, new as value from (
    select key, at, new, row_number() over (partition by key order by at desc, id desc) as n
    from engage_value_log where profile_id = :id and kind = 'metric' and key = any(:keys::text[])
  ) l
  where n <= 100 order by at
`

/** Metrics that are assigned from outside, with the last hundred values of each. */
export async function readAssigned(db: Db, id: number): Promise<AssignedMetric[]> {
  const fields = await listFields(db, "metric")
  if (!fields.length) return []
  const keys = fields.map((field) => field.key)
  const row = await queryOne<{ assigned: Record<string, string | number> | null }>(db, ASSIGNED, {
    id,
  })
  const log = await query<{ key: string; at: Date; value: string | null }>(db, HISTORY, {
    id,
    keys,
  })
  return fields.map(({ key, label, description, type }) => {
    const history = log
      .filter((entry) => entry.key === key)
      .map(({ at, value }) => ({ at: at.toISOString(), value }))
    return {
      key,
      label,
      description,
      type: type as AssignedMetric["type"],
      value: row?.assigned?.[key] ?? null,
      at: history.at(-1)?.at ?? null,
      history,
    }
  })
}
