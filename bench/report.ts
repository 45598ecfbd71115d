/**
 * The report of a large broadcast among 10 million messages: DATABASE_URL=… npm run bench:report
 * On a database as for bench:segments.
 */
import { execute, query } from "../src/lib/db"
import type { BroadcastRow } from "../src/modules/campaign/broadcast/store"
import { broadcastReport } from "../src/modules/report/broadcast/report"
import { addBehaviour } from "./behaviour"
import { connect } from "./connect"
import { describeMachine, measure, report } from "./measure"

const LOOKS = 20

async function main(): Promise<void> {
  const { db } = connect()
  await describeMachine(db)
  await addBehaviour(db, new Date())
  const runs = await query<{ id: number; messages: number }>(
    db,
    `select r.id::float8 as id, (select count(*)::float8 from engage_message m where m.run_id = r.id and m.run_at = r.started_at) as messages
     from engage_run r where r.ref = 'bench' order by id`
  )
  console.log(
    `${runs.length} broadcasts, ${runs.reduce((all, run) => all + run.messages, 0)} messages, ${runs[0].messages} in this one`
  )
  const broadcast = {
    id: "bench",
    run_id: runs[0].id,
    plan: {},
    attribution_days: 5,
  } as BroadcastRow
  const look = () =>
    broadcastReport(db, broadcast, {
      currency: "gbp",
      shopUrl: "https://shop.example",
      reports: () => true,
      now: new Date(),
    })
  await execute(db, `delete from engage_kept_numbers`)
  const plain = await measure("one count over its messages", () =>
    query(
      db,
      `select state, count(*), count(opened_at), count(clicked_at), count(delivered_at), count(bounced_at)
       from engage_message where run_id = :run group by 1`,
      { run: runs[0].id }
    )
  )
  report(await measure("the first look, which counts", look, 1), plain)
  const next = await measure("every other look", look, LOOKS)
  report(
    next,
    plain,
    `p95 ${[...next.runs].sort((a, b) => a - b)[LOOKS - 2].toFixed(0)} ms, budget 150`
  )
  await db.destroy()
}

void main()
