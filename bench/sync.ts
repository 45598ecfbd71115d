/**
 * Reading a whole shop in, and keeping its metrics: DATABASE_URL=… npm run bench:sync
 * Empties the plugin's tables first, so run it on a demo database only.
 */
import { execute, query } from "../src/lib/db"
import { UPDATE_ALL } from "../src/modules/profile/sql/metrics"
import { scoreRfm, updateDueMetrics } from "../src/modules/profile/sync/metrics"
import { ensureSyncIndexes } from "../src/modules/profile/sync/indexes"
import { syncNow } from "../src/modules/profile/sync/step"
import { connect } from "./connect"
import { describeMachine, measure, report, rolledBack } from "./measure"

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

/** The aggregate behind the metrics, written to a table and nothing else. */
const PLAIN_METRICS = `
  create temp table bench_metrics as
  select p.profile_id, count(*) filter (where counted) as orders, sum(items) filter (where counted) as items,
    sum(net_base) filter (where counted) as revenue, sum(gross) filter (where counted) as gross,
    sum(discount) filter (where counted) as discount, sum(refunded) filter (where counted) as refunded,
    min(placed_at) filter (where counted) as first, max(placed_at) filter (where counted) as last,
    (array_agg(placed_at order by placed_at desc) filter (where counted))[1:10] as latest
  from engage_purchase p group by 1
`

async function main(): Promise<void> {
  const { db, settings } = connect()
  await describeMachine(db)
  await ensureSyncIndexes(db)
  await execute(
    db,
    `truncate engage_profile, engage_profile_raw, engage_identity, engage_purchase, engage_purchase_line, engage_product,
     engage_profile_product, engage_consent, engage_consent_log, engage_dirty, engage_segment_dirty, engage_watermark,
     engage_state, engage_membership restart identity`
  )

  const now = new Date()
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

  await execute(
    db,
    `analyze engage_profile, engage_purchase, engage_purchase_line, engage_profile_product`
  )
  const plain = await measure("plain aggregate", () =>
    rolledBack(db, (trx) => execute(trx, PLAIN_METRICS))
  )
  const metrics = await measure("all metrics recomputed, nothing changed", () =>
    rolledBack(db, (trx) => execute(trx, UPDATE_ALL))
  )
  report(metrics, plain, "budget 1.5")
  const scores = await measure("recency, frequency and money scored", () =>
    rolledBack(db, (trx) => scoreRfm(trx, now, "Europe/London"))
  )
  report(scores, plain)

  const changed = await measure("10,000 changed profiles, products included", () =>
    rolledBack(db, async (trx) => {
      await execute(
        trx,
        `insert into engage_dirty (profile_id) select id from engage_profile where orders > 0 and id % 90 = 0 limit 10000`
      )
      await execute(
        trx,
        `update engage_purchase set net_base = net_base + 1 where profile_id in (select profile_id from engage_dirty)`
      )
      await updateDueMetrics(trx, now)
    })
  )
  report(changed, plain, "budget 1,000 ms, with the change itself")
  await db.destroy()
}

async function inOrder<T>(items: T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item)
}

void main()
