/**
 * An audience of everybody frozen: as it is, with a cap that looks at all messages of 20 broadcasts, and as samples of half of
 * the people: DATABASE_URL=… npm run bench:freeze
 * On a database as for bench:segments, of whose runs the cap counts the latest 20. Everything is taken back.
 */
import { HAD_ENOUGH } from "../src/modules/campaign/sql/cap"
import { BY_RFM } from "../src/modules/campaign/sql/strata"
import { publishContent } from "../src/modules/content/publish/publish"
import { freezeRun } from "../src/modules/delivery/ledger/freeze"
import { atOnce, type SendPlan } from "../src/modules/delivery/ledger/plan"
import { createRun } from "../src/modules/delivery/ledger/runs"
import { type Db, execute, query } from "../src/lib/db"
import { connect } from "./connect"
import { describeMachine, measure, type Measured, report, rolledBack } from "./measure"

const RUNS = 20
const EVERYBODY = {
  sql: `select id as profile_id from engage_profile where removed_at is null`,
  params: {},
}

async function main(): Promise<void> {
  const { db } = connect()
  await describeMachine(db)
  const now = new Date()
  const half = { kind: "percent" as const, value: 50 }
  const runs = await query<{ id: number; started_at: Date }>(
    db,
    `select id::float8 as id, started_at from engage_run where not is_test order by id desc limit ${RUNS}`
  )
  const plans: [string, Partial<SendPlan>][] = [
    ["everybody", {}],
    [`at most 3 of ${runs.length} broadcasts`, { capped: had(runs, 3) }],
    ["half of them", { limit: half }],
    ["half of each RFM group", { limit: half, strata: { sql: BY_RFM, params: {} } }],
  ]
  const byHand = await measure("by hand", () => rolledBack(db, insertByHand), 1)
  for (const [name, plan] of plans)
    report(await frozen(db, name, { ...atOnce(now), ...plan }, now), byHand, "budget 10 s")
  await db.destroy()
}

function had(runs: { id: number; started_at: Date }[], max: number) {
  const run_ats = runs.map(({ started_at }) => started_at)
  return { sql: HAD_ENOUGH, params: { runs: runs.map(({ id }) => id), run_ats, max } }
}

/** Only the freeze is counted, not the run that is made for it. */
async function frozen(db: Db, name: string, plan: SendPlan, now: Date): Promise<Measured> {
  const ms = await rolledBack(db, async (trx) => {
    const content = { subject: "Hello", preheader: "", html: "<p>Hello</p>", text: null }
    const run = await createRun(trx, {
      kind: "broadcast",
      ref: "bc_bench",
      title: "Benchmark",
      channel: "email",
      topic: "news",
      provider: "none",
      contentId: await publishContent(trx, content, { channel: "email", now }),
      sender: { name: "Shop", email: "shop@engage.example", postalAddress: "1 Main Street" },
      now,
    })
    const start = performance.now()
    await freezeRun(trx, run, EVERYBODY, null, now, plan)
    return performance.now() - start
  })
  return { name, ms, runs: [ms] }
}

async function insertByHand(trx: Db): Promise<void> {
  await execute(
    trx,
    `create temp table by_hand (run_id bigint, profile_id bigint, run_at timestamptz, channel text, state smallint,
       primary key (run_id, profile_id)) on commit drop`
  )
  await execute(
    trx,
    `insert into by_hand select 1, id, now(), 'email', 0 from engage_profile where removed_at is null order by id`
  )
}

void main()
