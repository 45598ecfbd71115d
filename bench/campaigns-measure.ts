/** What bench/campaigns.mjs measures; DATABASE_URL is a server on which it may make a database. */
import { parseArgs } from "node:util"
import { setTimeout as sleep } from "node:timers/promises"
import { connect } from "../integration-tests/fault/support/database"
import { type Db, execute, query } from "../src/lib/db"
import { publicIds } from "../src/lib/public-id"
import { campaignRound, IDLE_MS } from "../src/modules/campaign/flow/loop"
import { Looks, SETTLED_MS } from "../src/modules/campaign/flow/looks"
import { recordEvents } from "../src/modules/profile/events/record"
import { addDue, campaignId, dropDone, eventOf, fill, makeDatabase } from "./campaigns-setup"
import { describeMachine, measure, type Measured, report, rolledBack } from "./measure"

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    campaigns: { type: "string", default: "50" },
    due: { type: "string", default: "50000" },
    seconds: { type: "string", default: "10" },
    rate: { type: "string", default: "1000" },
  },
})
const [people, campaigns, due, seconds, rate] = [
  values.people,
  values.campaigns,
  values.due,
  values.seconds,
  values.rate,
].map(Number)

const fail = (id: string, error: Error) => {
  throw new Error(`${id}: ${error.message}`)
}
const looks = new Looks()
const round = (db: Db) => campaignRound(db, { now: new Date(), zone: "UTC" }, looks, fail)

/** The writes that moving people takes at least: they stand elsewhere, are due later, and their way is noted. */
const PLAIN_MOVE = `
  update engage_enrollment
  set step = 'rest', due_at = now() + interval '30 days', moves = moves + 1, path = path || '[["split","a",0]]'
  where trigger_key like 'due %' and due_at <= now()
`

async function timed(name: string, work: () => Promise<unknown>): Promise<Measured> {
  return measure(name, work, 1)
}

/** Moves everybody who is due. */
async function moveAll(db: Db): Promise<void> {
  while (await round(db)) {
    // Until nobody is due.
  }
}

async function steps(db: Db, count: number): Promise<Measured> {
  await addDue(db, { campaigns, due: count, from: new Date(Date.now() - 60_000), every: 0 })
  const name = `${count} steps, ${people} waiting in ${campaigns} campaigns`
  const ours = await timed(name, () => moveAll(db))
  const moved = (await dropDone(db)).length
  if (moved !== count) throw new Error(`${moved} of ${count} were moved`)
  console.log(`${" ".repeat(4)}${Math.round((count / ours.ms) * 1_000)} steps/s`)
  return ours
}

async function plainSteps(db: Db, count: number): Promise<Measured> {
  await addDue(db, { campaigns, due: count, from: new Date(Date.now() - 60_000), every: 0 })
  const plain = await timed("one update", () => rolledBack(db, (trx) => execute(trx, PLAIN_MOVE)))
  await execute(db, `delete from engage_enrollment where trigger_key like 'due %'`)
  return plain
}

/** Runs rounds as the engine does while `feed` goes on, and tells after each what it noted. */
async function whileEngineRuns(db: Db, feed: Promise<unknown>, note: () => Promise<void>) {
  let fed = false
  const feeding = feed.then(() => (fed = true))
  for (let last = 0; last < 2;) {
    const more = await round(db)
    await note()
    if (more) continue
    if (fed) last++
    await sleep(IDLE_MS)
  }
  await feeding
}

function percentile(late: number[], part: number): number {
  return [...late].sort((a, b) => a - b)[Math.min(late.length - 1, Math.floor(late.length * part))]
}

function print(name: string, late: number[], wanted: number): void {
  if (late.length !== wanted) throw new Error(`${name}: ${late.length} of ${wanted} came`)
  const [median, p99] = [percentile(late, 0.5), percentile(late, 0.99)].map(Math.round)
  console.log(
    `${name.padEnd(52)} median ${median} ms, p99 ${p99} ms  limit p99 ${IDLE_MS * 0.99} ms (asked every ${IDLE_MS} ms)`
  )
}

/** From when an event happened until its person is in the campaign. */
async function entries(db: Db): Promise<void> {
  const ids = await publicIds(db)
  const all = await query<{ id: number }>(db, `select id::float8 as id from engage_profile`)
  const total = rate * seconds
  let given = 0
  const feed = async () => {
    for (const start = Date.now(); given < total;) {
      const wanted = Math.min(total, Math.floor(((Date.now() - start) / 1_000) * rate))
      const events = Array.from({ length: Math.min(wanted - given, 500) }, () => ({
        name: eventOf(given % campaigns),
        message_id: `bench ${given}`,
        profile_id: ids.seal("prof", all[given++ % all.length].id),
      }))
      if (events.length) await recordEvents(db, events, "server", new Date())
      await sleep(20)
    }
  }
  const late: number[] = []
  let seen = (
    await query<{ id: number }>(db, `select max(id)::float8 as id from engage_enrollment`)
  )[0].id
  await whileEngineRuns(db, feed(), async () => {
    const now = Date.now()
    const rows = await query<{ id: number; at: Date }>(
      db,
      `select id::float8 as id, entered_at as at from engage_enrollment where id > :seen order by id`,
      { seen }
    )
    for (const { id, at } of rows) {
      late.push(now - at.getTime())
      seen = id
    }
  })
  print(`event to entry, ${rate} events/s for ${seconds} s`, late, total)
}

/** From when a wait is over until the person has gone on. */
async function waits(db: Db): Promise<void> {
  const total = rate * seconds
  const from = new Date(Date.now() + 3_000)
  await addDue(db, { campaigns, due: total, from, every: 1_000 / rate })
  const late: number[] = []
  await whileEngineRuns(db, sleep(3_000 + seconds * 1_000), async () => {
    const now = Date.now()
    for (const no of await dropDone(db)) late.push(now - (from.getTime() + (no * 1_000) / rate))
  })
  print(`wait over to next step, ${rate}/s for ${seconds} s`, late, total)
}

async function idle(db: Db): Promise<void> {
  const plain = await measure("look", async () => {
    for (let no = 0; no < campaigns; no++)
      await query(
        db,
        `select 1 from engage_enrollment where campaign_id = :id and ended_at is null and due_at <= now() limit 1`,
        { id: campaignId(no) }
      )
  })
  const whole = await measure(`a look at everything for ${campaigns} campaigns`, () => round(db))
  report(whole, plain, "once a minute; limit: one look for each")
  await sleep(SETTLED_MS)
  await round(db)
  const ours = await measure(`a round over ${campaigns} idle campaigns`, () => round(db), 10)
  report(ours, plain, "limit: one look for each")
}

async function main(): Promise<void> {
  const db = connect(await makeDatabase(process.env.DATABASE_URL!))
  try {
    await describeMachine(db)
    await fill(db, campaigns, people)
    await idle(db)
    const limit = await plainSteps(db, due)
    for (const part of [due / 50, due / 5, due].map(Math.round)) {
      const ours = await steps(db, part)
      if (part === due) report(ours, limit)
      else console.log(`${" ".repeat(4)}${(ours.ms / (part / 1_000)).toFixed(0)} ms for each 1,000`)
    }
    await waits(db)
    await entries(db)
  } finally {
    await db.destroy()
  }
}

void main()
