/** What the people of a demo shop would have done in a year: made up, since the real shop's data has no visits. */
import { type Db, execute, queryOne } from "../src/lib/db"
import { STATE } from "../src/modules/delivery/ledger/states"

/** About one in eight names nobody. */
const EVENTS = 11_500_000
const STEP = 1_000_000
const RUNS = 20
const MESSAGES = 500_000

/** Any number of an event or message, always the same: a bigint from 0 to 2^31. */
const hash = (of: string) => `(hashint8(${of})::bigint + 2147483648)`

/** Views over 400 days, half of those of products of the 50 best-known ones. */
const ADD_EVENTS = `
  with product as (select array_agg(product_id order by id) as ids from engage_product)
  insert into engage_event (at, received_at, profile_id, name, source, message_id, properties)
  select e.at, e.at, p.id, case when i % 5 = 0 then 'Page Viewed' else 'Product Viewed' end, 'server', 'bench-' || i,
    jsonb_build_object('product_id',
      product.ids[1 + ${hash("i * 7")} % case when i % 2 = 0 then 50 else cardinality(product.ids) end])
  from generate_series(:from::bigint, :to::bigint) i
  cross join product
  cross join lateral (select :now::timestamptz - ${hash("i * 11")} % (400 * 86400) * interval '1 second' as at) e
  join engage_profile p on p.id = 1 + ${hash("i * 3")} % (select max(id) from engage_profile)
`

const ADD_RUN = `
  insert into engage_run (kind, ref, title, channel, topic, provider, status, frozen, started_at, finished_at, content_id, sender)
  values ('broadcast', 'bench', 'Benchmark', 'email', 'news', 'none', 'completed', ${MESSAGES}, :at, :at, 0, '{}')
  returning id::float8 as id
`

const ADD_MESSAGES = `
  insert into engage_message (run_id, profile_id, run_at, state, sent_at, opened_at, channel)
  select :run, id, :at, ${STATE.accepted}, :at, case when ${hash("id * 13 + :run")} % 5 = 0 then :at::timestamptz + interval '1 hour' end, 'email'
  from engage_profile
  where removed_at is null and ${hash("id * 17 + :run")} % 2 = 0
  limit ${MESSAGES}
`

/** Fills in 10 million events and 10 million messages, if they are not there yet. */
export async function addBehaviour(db: Db, now: Date): Promise<void> {
  const known = await queryOne(db, `select 1 from engage_run where ref = 'bench' limit 1`)
  if (known) return
  for (let from = 1; from < EVENTS; from += STEP) {
    await execute(db, ADD_EVENTS, { from, to: Math.min(EVENTS, from + STEP - 1), now })
  }
  for (let i = 0; i < RUNS; i++) {
    const at = new Date(now.getTime() - (i * 9 + 3) * 86_400_000)
    const { id } = (await queryOne<{ id: number }>(db, ADD_RUN, { at }))!
    await execute(db, ADD_MESSAGES, { run: id, at })
  }
  await execute(db, `vacuum analyze engage_event, engage_message, engage_run`)
}
