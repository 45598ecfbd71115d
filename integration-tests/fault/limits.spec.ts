import type { Db } from "../../src/lib/db"
import { checkInvariant, runProgress } from "../../src/modules/delivery/ledger/progress"
import { loadRun } from "../../src/modules/delivery/ledger/runs"
import { accountOf } from "../../src/modules/delivery/limits/account"
import { readSending } from "../../src/modules/delivery/limits/read"
import { saveLimits, saveWarmUp } from "../../src/modules/delivery/limits/save"
import { SmtpProvider } from "../../src/providers/smtp/provider"
import { wallTime } from "../../src/lib/zoned-time"
import { SEED, seeded } from "./support/seed"
import { OPTIONS, quiet, shopWithPeople, startedRun, startEngine, until } from "./support/setup"
import { Sink } from "./support/sink"
import { WorkerProcess } from "./support/worker-process"

const ACCOUNT = "email smtp"

jest.setTimeout(120_000)

describe(`limits that all workers share (FAULT_SEED=${SEED})`, () => {
  let db: Db
  let url: string
  let sink: Sink
  let second: Sink
  let workers: WorkerProcess[] = []
  let engines: { stop(): Promise<void> }[] = []

  /** Every `nth` person lives at Gmail. */
  async function setup(people: number, nth = 4) {
    ;({ db, url } = await shopWithPeople(people))
    await db.raw(
      `update engage_profile set email = replace(email, 'shop.example', 'gmail.com') where id % ? = 0`,
      [nth]
    )
    ;[sink, second] = [await Sink.start(), await Sink.start()]
  }

  const smtp = (to: Sink, connections = 5) => new SmtpProvider({ url: to.url, connections })

  function work(connections = 5) {
    const engine = startEngine(db, smtp(sink, connections), 2_000)
    engines.push(engine)
    return engine
  }

  async function workerProcess() {
    const env = { DATABASE_URL: url, SMTP_URL: sink.url, CONNECTIONS: "5", LEASE_MS: "2000" }
    const worker = await WorkerProcess.start(env)
    workers.push(worker)
    return worker
  }

  async function completed(run: number) {
    await until("the run is completed", async () => (await loadRun(db, run)).status === "completed")
    expect(await checkInvariant(db, new Date())).toEqual([])
    return runProgress(db, run)
  }

  /** Most messages in any time of `ms` that begins with one. */
  function most(times: number[], ms: number): number {
    return Math.max(...times.map((from) => times.filter((t) => t >= from && t < from + ms).length))
  }

  const recipients = () => [...sink.received, ...second.received].map((one) => one.recipient)
  const firstAccount = async () =>
    (await readSending(db, [accountOf(smtp(sink), { db, logger: quiet, timeZone: "UTC" })], {
      channel: "email",
      timeZone: "UTC",
      now: new Date(),
    }))!.accounts[0]

  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.stop()))
    await Promise.all(workers.map((worker) => worker.terminate()))
    engines = []
    workers = []
    await sink.stop()
    await second.stop()
    await db.destroy()
  })

  it("are not exceeded over any second, by two processes and a third worker, nor to one destination", async () => {
    process.stdout.write(`fault seed ${SEED}\n`)
    const random = seeded(SEED)
    await setup(160)
    await saveLimits(db, ACCOUNT, [
      { destination: "", seconds: 1, max: 30 },
      { destination: "gmail.com", seconds: 2, max: 12 },
    ])
    const run = await startedRun(db)
    // Several chunks, so that there is something for everybody.
    await splitChunks(db, 40)
    const times: { at: number; gmail: boolean }[] = []
    sink.script = async ({ stage, recipient, nth }) => {
      await new Promise((resolve) => setTimeout(resolve, random() * 15))
      if (stage === "mail" && nth % 60 === 0) return "450 4.7.1 slow down"
      // Who was refused ends the attempt with an empty message, which goes to nobody.
      const taken = sink.received.some((one) => one.recipient === recipient)
      if (stage === "dot" && taken)
        times.push({ at: performance.now(), gmail: recipient.endsWith("@gmail.com") })
      return undefined
    }
    const processes = await Promise.all([workerProcess(), workerProcess()])
    processes.forEach((worker) => worker.go())
    work()
    expect(await completed(run)).toMatchObject({ accepted: 160, failed: 0, uncertain: 0 })
    expect(new Set(recipients()).size).toBe(160)
    expect(recipients()).toHaveLength(160)
    const all = times.map(({ at }) => at)
    const gmail = times.filter((one) => one.gmail).map(({ at }) => at)
    expect(gmail).toHaveLength(40)
    expect(most(all, 1_000)).toBeLessThanOrEqual(30)
    expect(most(gmail, 2_000)).toBeLessThanOrEqual(12)
    // And they are made use of: a limit that stops everything keeps to itself as well.
    expect(most(all, 1_000)).toBeGreaterThanOrEqual(15)
    expect((await firstAccount()).sent_today).toBeGreaterThanOrEqual(160)
    const { rows } = await db.raw(
      `select coalesce(sum(count), 0)::int as n from engage_sending_hold`
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  it("give back the permits of a worker that was killed, as used", async () => {
    await setup(60)
    await saveLimits(db, ACCOUNT, [{ destination: "", seconds: 1, max: 6 }])
    const run = await startedRun(db)
    const worker = await workerProcess()
    let hit = false
    sink.script = async ({ stage, nth }) => {
      if (stage !== "dot" || nth !== 3 || hit) return undefined
      hit = true
      await worker.kill()
      return null
    }
    worker.go()
    await until("the worker is killed", () => hit)
    workers = []
    work()
    const progress = await completed(run)
    expect(progress.accepted + progress.uncertain).toBe(60)
    expect(new Set(recipients()).size).toBe(recipients().length)
  })

  it("hold a warm-up to its day, whoever sends, and let the rest wait", async () => {
    await setup(100)
    const today = wallTime(new Date(), OPTIONS.timeZone).slice(0, 10)
    await saveWarmUp(db, ACCOUNT, { first_day: 37, growth_percent: 50, full_day: 1_000 }, today)
    const run = await startedRun(db)
    await splitChunks(db, 20)
    work()
    work()
    await until("the day is used up", async () => (await runProgress(db, run)).accepted === 37)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(await runProgress(db, run)).toMatchObject({ accepted: 37, waiting: 63, failed: 0 })
    expect(sink.received).toHaveLength(37)
    expect((await firstAccount()).warm_up).toMatchObject({ today: 1, cap: 37, started_on: today })
    expect((await firstAccount()).warm_up!.days.slice(0, 2)).toMatchObject([
      { day: today, cap: 37, sent: 37 },
      { cap: 55, sent: null },
    ])
    await saveWarmUp(db, ACCOUNT, null, today)
    expect(await completed(run)).toMatchObject({ accepted: 100 })
    expect(new Set(recipients()).size).toBe(100)
  })

  it("leave a server alone that takes nothing: a few calls by all workers together, and no attempt of a message", async () => {
    await setup(60)
    const run = await startedRun(db)
    await splitChunks(db, 10)
    sink.script = ({ stage }) => (stage === "connect" ? "421 4.3.2 not now" : undefined)
    work()
    work()
    await until("it counts as down", async () => (await firstAccount()).state === "closed")
    const { rows } = await db.raw(
      `select sum(attempts)::int as chunks, (select sum(attempts)::int from engage_message) as messages from engage_chunk`
    )
    expect(rows).toEqual([{ chunks: 0, messages: 0 }])
    // At first each worker may try all its connections; after that one tries alone, three times at most until here.
    expect(sink.connections).toBeLessThanOrEqual(2 * 5 + 3)
    expect(await firstAccount()).toMatchObject({ last_error: expect.stringContaining("421") })
    sink.script = () => undefined
    expect(await completed(run)).toMatchObject({ accepted: 60, failed: 0, uncertain: 0 })
    await until("it is open again", async () => (await firstAccount()).state === "open")
    expect(recipients()).toHaveLength(60)
  })

  it("let a fallback take over what waits, and never what the first one may have sent", async () => {
    await setup(80)
    const run = await startedRun(db)
    await splitChunks(db, 20)
    let down = false
    const doubtful = new Set<string>()
    sink.script = ({ stage, recipient, nth, socket }) => {
      if (stage === "dot" && nth > 20) {
        // The server has the message, and its answer never comes.
        down = true
        doubtful.add(recipient)
        socket.destroy()
        return null
      }
      return down && stage !== "dot" ? "421 4.3.2 down" : undefined
    }
    const input = { db, logger: quiet, timeZone: "UTC" }
    const first = accountOf(smtp(sink), input)
    const stand = accountOf(smtp(second), input, first)
    expect([first.name, stand.name]).toEqual(["email smtp", "email smtp 2"])
    engines.push(startEngine(db, first.provider, 2_000, first))
    engines.push(startEngine(db, stand.provider, 2_000, stand))
    const progress = await completed(run)
    expect(second.received.length).toBeGreaterThan(0)
    expect(doubtful.size).toBeGreaterThan(0)
    expect(progress).toMatchObject({ uncertain: doubtful.size, accepted: 80 - doubtful.size })
    expect(recipients()).toHaveLength(80)
    expect(new Set(recipients()).size).toBe(80)
    for (const { recipient } of second.received) expect(doubtful.has(recipient)).toBe(false)
  })
})

/** Cuts the chunks of a run into smaller ones. */
async function splitChunks(db: Db, size: number): Promise<void> {
  await db.raw(
    `with old as (delete from engage_chunk returning *)
     insert into engage_chunk (run_id, run_at, slot, first_profile, last_profile, size, not_before)
     select old.run_id, old.run_at, old.slot, i, least(i + ?::int - 1, old.last_profile),
       least(i + ?::int - 1, old.last_profile) - i + 1, old.not_before
     from old, generate_series(old.first_profile, old.last_profile, ?::int) i`,
    [size, size, size]
  )
}
