/**
 * Reading a whole shop in, and keeping its metrics: DATABASE_URL=… npm run bench:sync
 * Empties the plugin's tables first, so run it on a demo database only; with `-- --kept` it reads nothing in and only
 * measures the metrics of what is there.
 */
import { type Db, execute, query } from "../src/lib/db"
import { UPDATE_ALL } from "../src/modules/profile/sql/metrics"
import { scoreRfm, updateDueMetrics } from "../src/modules/profile/sync/metrics"
import { ensureSyncIndexes } from "../src/modules/profile/sync/indexes"
import { applyWholeSettings } from "../src/lib/bulk"
import { syncNow } from "../src/modules/profile/sync/step"
import { connect } from "./connect"
import { type Measured, describeMachine, measure, report, rolledBack } from "./measure"
import type { SyncSettings } from "../src/modules/profile/sync/settings"

const HOUR_MS = 3_600_000

/** What has to be read and written at least, as four plain statements without any bookkeeping. */
const PLAIN_COPY = [
  `create temp table bench_profile as
   select row_number() over () as id, c.id as customer_id, lower(c.email) as email, c.first_name, c.last_name, c.phone, a.city, a.country_code
   from customer c left join customer_address a on a.customer_id = c.id and a.is_default_shipping where c.deleted_at is null`,
  `alter table bench_profile add primary key (id)`,
  `create temp table bench_line as
   select o.id as order_id, oi.item_id, li.product_id, oi.quantity, coalesce(oi.unit_price, li.unit_price) * oi.quantity as value
   from "order" o join order_item oi on oi.order_id = o.id and oi.version = o.version join order_line_item li on li.id = oi.item_id`,
  `create temp table bench_purchase as
   select o.id, o.customer_id, o.created_at, o.status, sum(l.value) as value from "order" o join bench_line l on l.order_id = o.id
   group by o.id`,
  `alter table bench_purchase add primary key (id)`,
  `create temp table bench_pair as select customer_id, product_id, max(created_at) as at, sum(quantity) as quantity
   from bench_purchase p join bench_line l on l.order_id = p.id group by 1, 2`,
]

/** Every metric by itself as one would write it at a prompt, into a table and nothing else. */
const PLAIN_METRICS = `
  create temp table bench_metrics on commit drop as
  select profile_id, count(*) filter (where counted) as orders, sum(items) filter (where counted) as items,
    sum(returned) filter (where counted) as returned, count(canceled_at) as cancelled_orders,
    count(*) filter (where counted and net_base is null) as unconverted_orders,
    sum(net_base) filter (where counted) as revenue, sum(gross) filter (where counted and net_base is not null) as gross,
    sum(discount) filter (where counted and net_base is not null) as discount,
    sum(refunded) filter (where counted and net_base is not null) as refunded,
    sum(gross - discount) filter (where canceled_at is not null) as cancelled, avg(net_base) filter (where counted) as aov,
    min(placed_at) filter (where counted) as first, max(placed_at) filter (where counted) as last,
    max(net_base) filter (where counted) as largest,
    (array_agg(net_base order by placed_at) filter (where counted))[1] as first_value,
    (array_agg(net_base order by placed_at desc) filter (where counted))[1] as last_value,
    (array_agg(placed_at order by placed_at desc) filter (where counted))[1:10] as latest
  from engage_purchase group by 1
`

/** 10,000 people are dearer, or cheaper, by a penny an order than was known. */
const CHANGE = (by: number) => [
  `insert into engage_dirty (profile_id)
   select id from engage_profile where orders > 0 and id % 90 = 0 order by id limit 10000`,
  `update engage_purchase set net_base = net_base + ${by} where profile_id in (select profile_id from engage_dirty)`,
]

async function main(): Promise<void> {
  const { db, settings } = connect()
  await describeMachine(db)
  const now = new Date()
  if (!process.argv.includes("--kept")) await measureWhole(db, settings, now)
  await execute(
    db,
    `analyze engage_profile, engage_purchase, engage_purchase_line, engage_profile_product`
  )
  const plain = await measure("plain aggregate", () =>
    rolledBack(db, (trx) => execute(trx, PLAIN_METRICS))
  )
  const metrics = await measure("all metrics recomputed, nothing changed", () =>
    rolledBack(db, async (trx) => {
      await applyWholeSettings(trx)
      await execute(trx, `create temp table touched (profile_id bigint) on commit drop`)
      await inOrder(UPDATE_ALL, (sql) => execute(trx, sql))
    })
  )
  report(metrics, plain, "budget 1.5")
  const scores = await measure("recency, frequency and money scored", () =>
    rolledBack(db, (trx) => scoreRfm(trx, now, "Europe/London"))
  )
  report(scores, plain)

  report(await measureChanged(db, now), plain, "budget 1,000 ms")
  await db.destroy()
}

/** The whole shop, read into empty tables. */
async function measureWhole(db: Db, settings: SyncSettings, now: Date): Promise<void> {
  await ensureSyncIndexes(db)
  await execute(
    db,
    `truncate engage_profile, engage_profile_search, engage_profile_raw, engage_identity, engage_purchase, engage_purchase_line, engage_product,
     engage_profile_product, engage_consent, engage_consent_log, engage_dirty, engage_segment_dirty, engage_watermark,
     engage_state, engage_membership restart identity`
  )

  const whole = await measure(
    "the whole shop, read in",
    () => syncNow(db, settings, now, new Date(Date.now() + HOUR_MS)),
    1
  )
  const copy = await measure(
    "plain copy",
    () => rolledBack(db, (trx) => inOrder(PLAIN_COPY, (sql) => execute(trx, sql))),
    1
  )
  const [counts] = await query(
    db,
    `select (select count(*) from engage_profile) as profiles, (select count(*) from engage_purchase) as purchases,
       (select count(*) from engage_purchase_line) as lines, pg_size_pretty(sum(pg_total_relation_size(oid))) as size
     from pg_class where relname like 'engage\\_%' and relkind in ('r', 'p')`
  )
  console.log(counts)
  report(whole, copy)
}

/** Not rolled back, since several transactions share the work; every other round takes back what the one before changed. */
async function measureChanged(db: Db, now: Date): Promise<Measured> {
  const rounds: Measured[] = []
  for (const by of [1, -1, 1, -1]) {
    await inOrder(CHANGE(by), (sql) => execute(db, sql))
    const work = () => updateDueMetrics(db, now)
    rounds.push(await measure("10,000 changed profiles, products included", work, 1))
  }
  const [, ...warm] = rounds.map(({ ms }) => ms)
  return { ...rounds[0], ms: [...warm].sort((a, b) => a - b)[1], runs: warm }
}

async function inOrder<T>(items: T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item)
}

void main()
